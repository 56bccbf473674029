package io.dlpo.cli.help;

import io.dlpo.cli.CliException;
import io.dlpo.cli.ExitStatus;
import io.dlpo.cli.terminal.Console;
import io.dlpo.cli.terminal.ControlCharacterEscaper;
import io.dlpo.cli.terminal.Style;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;

/** Reports why a command failed. */
public final class ExecutionErrorHandler implements IExecutionExceptionHandler {

  @Override
  public int handleExecutionException(
      Exception exception, CommandLine command, ParseResult arguments) {
    Console console = Console.stderr(command.getCommandSpec());
    if (exception instanceof CliException failure) {
      print(String.valueOf(failure.getMessage()), console);
      return failure.exitStatus();
    }
    // An unexpected exception's class says more than its message.
    print(exception + "; see the logs in DLPO_HOME/logs", console);
    return ExitStatus.FAILED;
  }

  private static void print(String message, Console console) {
    console.println(
        console.styled(Style.RED, "dlpo:") + " ", ControlCharacterEscaper.text(message));
  }
}
