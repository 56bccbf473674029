package io.dlpo.cli.command;

import io.dlpo.cli.ExitStatus;
import io.dlpo.cli.prompt.PromptFormat;
import io.dlpo.cli.run.OptimizerClient;
import io.dlpo.cli.terminal.Console;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code dlpo prompt}. */
@Command(
    name = "prompt",
    description = "Print the best prompt of a run and nothing else.",
    footer = {
      "  ./dlpo prompt latest > prompt.txt",
      "  ./dlpo prompt latest --format messages > prompt.json"
    })
public final class PromptCommand implements Callable<Integer> {

  @Mixin private RunArgument run;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description = {
        "text (default), messages (a list as in a request, also for promptfoo),",
        "json (with the run and the variables), langfuse or mlflow."
      })
  private String format = "text";

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    PromptFormat chosen =
        PromptFormat.named(format)
            .orElseThrow(
                () ->
                    new ParameterException(
                        spec.commandLine(),
                        "--format is '%s'; it must be %s".formatted(format, PromptFormat.ALLOWED)));
    OptimizerClient optimizer = OptimizerConnection.open();
    Console.stdout(spec).printData(chosen.print(run.find(optimizer)));
    return ExitStatus.DONE;
  }
}
