package io.dlpo.cli;

import io.dlpo.cli.command.CancelCommand;
import io.dlpo.cli.command.DeadLettersCommand;
import io.dlpo.cli.command.DeleteCommand;
import io.dlpo.cli.command.DemoCommand;
import io.dlpo.cli.command.DownCommand;
import io.dlpo.cli.command.EstimateCommand;
import io.dlpo.cli.command.EventsCommand;
import io.dlpo.cli.command.ExperimentCommand;
import io.dlpo.cli.command.FollowCommand;
import io.dlpo.cli.command.ForkCommand;
import io.dlpo.cli.command.ListCommand;
import io.dlpo.cli.command.PauseCommand;
import io.dlpo.cli.command.PromptCommand;
import io.dlpo.cli.command.ReplayCommand;
import io.dlpo.cli.command.ReportCommand;
import io.dlpo.cli.command.ResumeCommand;
import io.dlpo.cli.command.RunCommand;
import io.dlpo.cli.command.ShowCommand;
import io.dlpo.cli.command.StatusCommand;
import io.dlpo.cli.command.SuperviseCommand;
import io.dlpo.cli.command.UpCommand;
import io.dlpo.cli.view.VisibleControls;
import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.io.PrintWriter;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The {@code dlpo} command. */
@Command(
    name = "dlpo",
    description = "Optimizes prompts, step by step, over Kafka.",
    mixinStandardHelpOptions = true,
    version = "dlpo 0.1.0",
    footer = {
      "",
      "dlpo test runs all tests of this checkout, dlpo soak kills every part and compares,",
      "dlpo bench measures throughput.",
      "Exit status: 0 done, 1 failed, 2 wrong usage or spec, 3 the stack is not up.",
      "Environment: DLPO_HOME (default ~/.dlpo), OPENAI_API_KEY, OPENAI_BASE_URL,"
          + " DLPO_FORWARD_MODEL, DLPO_BACKWARD_MODEL."
    },
    subcommands = {
      DemoCommand.class,
      UpCommand.class,
      DownCommand.class,
      StatusCommand.class,
      EstimateCommand.class,
      RunCommand.class,
      ExperimentCommand.class,
      ListCommand.class,
      ShowCommand.class,
      FollowCommand.class,
      PromptCommand.class,
      ReportCommand.class,
      EventsCommand.class,
      PauseCommand.class,
      ResumeCommand.class,
      CancelCommand.class,
      DeleteCommand.class,
      ReplayCommand.class,
      ForkCommand.class,
      DeadLettersCommand.class,
      SuperviseCommand.class
    })
public final class Dlpo implements Runnable {

  @Spec private CommandSpec spec;

  /** Runs a command and ends the process with its exit status. */
  public static void main(String... arguments) {
    System.exit(
        commandLine()
            .setOut(writer(System.out, System.getenv("DLPO_TERMINAL_OUT") != null))
            .setErr(writer(System.err, true))
            .execute(arguments));
  }

  /**
   * Where commands print to.
   *
   * @param people whether people read it; what a program reads stays to the byte what it is
   */
  static PrintWriter writer(PrintStream stream, boolean people) {
    PrintWriter plain = new PrintWriter(new OutputStreamWriter(stream, stream.charset()), true);
    return people ? new PrintWriter(new VisibleControls(plain), true) : plain;
  }

  /** The command line with its way of telling failures. */
  public static CommandLine commandLine() {
    return new CommandLine(new Dlpo())
        .setColorScheme(Help.defaultColorScheme(Help.Ansi.OFF))
        .setExecutionExceptionHandler(
            (exception, command, result) -> {
              if (exception instanceof CliException failure) {
                command.getErr().println("dlpo: " + VisibleControls.text(failure.getMessage()));
                return failure.exitStatus();
              }
              // Not foreseen: the class says more than its message does.
              command
                  .getErr()
                  .println(
                      "dlpo: "
                          + VisibleControls.text(exception.toString())
                          + "; the logs are in DLPO_HOME/logs");
              return ExitStatus.FAILED;
            });
  }

  /** Without a command there is nothing to do. */
  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "a command is missing");
  }
}
