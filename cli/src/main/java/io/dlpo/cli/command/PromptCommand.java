package io.dlpo.cli.command;

import io.dlpo.cli.ExitStatus;
import io.dlpo.cli.run.OptimizerClient;
import io.dlpo.cli.terminal.Console;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code dlpo prompt}. */
@Command(
    name = "prompt",
    description = "Print the best prompt of a run and nothing else.",
    footer = "  ./dlpo prompt latest > prompt.txt")
public final class PromptCommand implements Callable<Integer> {

  @Mixin private RunArgument run;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    OptimizerClient optimizer = OptimizerConnection.open();
    Console.stdout(spec).printData(run.find(optimizer).path("bestPrompt").asText());
    return ExitStatus.DONE;
  }
}
