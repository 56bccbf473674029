package io.dlpo.cli.help;

import io.dlpo.cli.ExitStatus;
import io.dlpo.cli.terminal.Console;
import io.dlpo.cli.terminal.ControlCharacterEscaper;
import io.dlpo.cli.terminal.Style;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Reports wrong usage: what is wrong, the usage in short, and where to find more. */
public final class UsageErrorHandler implements IParameterExceptionHandler {

  @Override
  public int handleParseException(ParameterException error, String[] arguments) {
    CommandLine command = error.getCommandLine();
    Console console = Console.stderr(command.getCommandSpec());
    console.println(
        console.styled(Style.RED, "dlpo:") + " ", ControlCharacterEscaper.text(message(error)));
    UnmatchedArgumentException.printSuggestions(error, command.getErr());
    CommandLine.Help help =
        new CommandLine.Help(
            command.getCommandSpec(), CommandLine.Help.defaultColorScheme(Ansi.OFF));
    console.printlnUnbroken("Usage: " + help.synopsis("Usage: ".length()).stripTrailing());
    console.println(
        "Run '%s --help' for details.".formatted(command.getCommandSpec().qualifiedName()));
    return ExitStatus.USAGE;
  }

  private static String message(ParameterException error) {
    return String.valueOf(error.getMessage());
  }
}
