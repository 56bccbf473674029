package io.dlpo.cli.help;

import io.dlpo.cli.terminal.Terminal;
import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** The help of all commands: the option {@code --help}, width, colours and headings. */
public final class HelpSettings {

  private static final int WIDEST = 80;

  /** Picocli supports nothing narrower. */
  private static final int NARROWEST = 55;

  private HelpSettings() {}

  /** Prepares a command with all its subcommands. */
  public static void apply(CommandLine command, Terminal terminal) {
    command
        .setColorScheme(Help.defaultColorScheme(terminal.coloured() ? Ansi.ON : Ansi.OFF))
        .setUsageHelpWidth(Math.clamp(terminal.width().getAsInt(), NARROWEST, WIDEST));
    prepare(command);
  }

  private static void prepare(CommandLine command) {
    CommandSpec spec = command.getCommandSpec();
    spec.addOption(
        OptionSpec.builder("-h", "--help")
            .usageHelp(true)
            .description("Show this help and exit.")
            .build());
    if (spec.parent() == null) {
      spec.addOption(
          OptionSpec.builder("-V", "--version")
              .versionHelp(true)
              .description("Show the version and exit.")
              .build());
    }
    spec.usageMessage()
        .synopsisHeading("@|bold Usage:|@ ")
        .descriptionHeading("%n")
        .parameterListHeading("%n@|bold Arguments:|@%n")
        .optionListHeading("%n@|bold Options:|@%n")
        .commandListHeading("%n@|bold Commands:|@%n");
    if (spec.usageMessage().footer().length > 0 && spec.parent() != null) {
      spec.usageMessage().footerHeading("%n@|bold Examples:|@%n");
    }
    command.getSubcommands().values().forEach(HelpSettings::prepare);
  }
}
