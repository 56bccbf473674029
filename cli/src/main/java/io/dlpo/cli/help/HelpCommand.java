package io.dlpo.cli.help;

import io.dlpo.cli.ExitStatus;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code dlpo help}. */
@Command(
    name = "help",
    description = "Show the help of a command.",
    footer = {"  ./dlpo help run", "  ./dlpo help dead-letters redrive"})
public final class HelpCommand implements Callable<Integer> {

  @Parameters(
      arity = "0..*",
      paramLabel = "COMMAND",
      description = "The command, such as run; all commands if it is missing.")
  private List<String> names = List.of();

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    CommandLine command = spec.parent().commandLine();
    for (String name : names) {
      CommandLine subcommand = command.getSubcommands().get(name);
      if (subcommand == null) {
        throw new ParameterException(command, "Unknown command: '" + name + "'");
      }
      command = subcommand;
    }
    command.usage(spec.commandLine().getOut());
    return ExitStatus.DONE;
  }
}
