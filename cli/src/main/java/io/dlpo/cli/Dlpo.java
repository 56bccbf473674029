package io.dlpo.cli;

import io.dlpo.cli.command.CancelCommand;
import io.dlpo.cli.command.CompletionCommand;
import io.dlpo.cli.command.DeadLettersCommand;
import io.dlpo.cli.command.DeleteCommand;
import io.dlpo.cli.command.DemoCommand;
import io.dlpo.cli.command.DownCommand;
import io.dlpo.cli.command.EstimateCommand;
import io.dlpo.cli.command.EventsCommand;
import io.dlpo.cli.command.ExperimentCommand;
import io.dlpo.cli.command.FollowCommand;
import io.dlpo.cli.command.ForkCommand;
import io.dlpo.cli.command.ImagesCommand;
import io.dlpo.cli.command.ListCommand;
import io.dlpo.cli.command.PauseCommand;
import io.dlpo.cli.command.PromoteCommand;
import io.dlpo.cli.command.PromptCommand;
import io.dlpo.cli.command.PromptsCommand;
import io.dlpo.cli.command.ReplayCommand;
import io.dlpo.cli.command.ReportCommand;
import io.dlpo.cli.command.ResumeCommand;
import io.dlpo.cli.command.ShowCommand;
import io.dlpo.cli.command.StartRunCommand;
import io.dlpo.cli.command.StatusCommand;
import io.dlpo.cli.command.SuperviseCommand;
import io.dlpo.cli.command.TestCommand;
import io.dlpo.cli.command.UpCommand;
import io.dlpo.cli.help.ExecutionErrorHandler;
import io.dlpo.cli.help.HelpCommand;
import io.dlpo.cli.help.HelpSettings;
import io.dlpo.cli.help.UsageErrorHandler;
import io.dlpo.cli.terminal.ControlCharacterEscaper;
import io.dlpo.cli.terminal.Terminal;
import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.util.Arrays;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The {@code dlpo} command. */
@Command(
    name = "dlpo",
    description = "Optimizes prompts step by step on Kafka.",
    version = "dlpo 0.1.0",
    synopsisSubcommandLabel = "COMMAND",
    footerHeading = "%n",
    footer = {
      "Run 'dlpo COMMAND --help' for the options of a command.",
      "'dlpo soak' kills every part and compares the results, 'dlpo bench' measures",
      "throughput.",
      "",
      "@|bold Exit status:|@",
      "  0  done",
      "  1  failed",
      "  2  wrong usage, or a spec or dataset that is refused",
      "  3  the stack is not up",
      "  4  the budget ended the run",
      "  5  the run shows no improvement, and --require-improvement was set",
      "",
      "@|bold Environment:|@",
      "  DLPO_HOME            folder of the local stack (default: ~/.dlpo)",
      "  DLPO_REST            address of a remote optimizer",
      "  DLPO_API_KEY         API key for a secured optimizer",
      "  DLPO_TOKEN           OIDC token for a secured optimizer",
      "  OPENAI_API_KEY       key of the model endpoint, or OPENAI_API_KEY_FILE with its",
      "                       file; without them and without OPENAI_BASE_URL the local",
      "                       stack uses the simulator",
      "  OPENAI_BASE_URL      address of the model endpoint",
      "  DLPO_FORWARD_MODEL   model that executes the prompt",
      "  DLPO_BACKWARD_MODEL  model that improves the prompt",
      "  NO_COLOR             set it to turn colours off"
    },
    subcommands = {
      DemoCommand.class,
      UpCommand.class,
      DownCommand.class,
      StatusCommand.class,
      EstimateCommand.class,
      StartRunCommand.class,
      ExperimentCommand.class,
      ListCommand.class,
      ShowCommand.class,
      FollowCommand.class,
      PromptCommand.class,
      ReportCommand.class,
      PromoteCommand.class,
      PromptsCommand.class,
      EventsCommand.class,
      PauseCommand.class,
      ResumeCommand.class,
      CancelCommand.class,
      DeleteCommand.class,
      ReplayCommand.class,
      ForkCommand.class,
      DeadLettersCommand.class,
      ImagesCommand.class,
      TestCommand.class,
      CompletionCommand.class,
      HelpCommand.class,
      SuperviseCommand.class
    })
public final class Dlpo implements Runnable {

  @Spec private CommandSpec spec;

  /** Runs a command and exits with its status. */
  public static void main(String... arguments) {
    System.exit(
        commandLine()
            .setOut(writer(System.out, Terminal.stdout().interactive()))
            .setErr(writer(System.err, true))
            .execute(arguments));
  }

  /**
   * The writer of a stream.
   *
   * @param people whether people read it; programs get the same bytes that commands write
   */
  static PrintWriter writer(PrintStream stream, boolean people) {
    PrintWriter plain = new PrintWriter(new OutputStreamWriter(stream, stream.charset()), true);
    return people ? new PrintWriter(new ControlCharacterEscaper(plain), true) : plain;
  }

  /**
   * The command line with its help and its error messages.
   *
   * @param more further commands
   */
  public static CommandLine commandLine(Object... more) {
    CommandLine dlpo = new CommandLine(new Dlpo());
    Arrays.stream(more).forEach(dlpo::addSubcommand);
    HelpSettings.apply(dlpo, Terminal.stdout());
    return dlpo.setParameterExceptionHandler(new UsageErrorHandler())
        .setExecutionExceptionHandler(new ExecutionErrorHandler());
  }

  /** Reports that the command is missing. */
  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "Missing command.");
  }
}
