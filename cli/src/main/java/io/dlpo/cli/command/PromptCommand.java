package io.dlpo.cli.command;

import io.dlpo.cli.ExitStatus;
import io.dlpo.cli.run.OptimizerClient;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code dlpo prompt}. */
@Command(name = "prompt", description = "Print a run's best prompt and nothing else.")
public final class PromptCommand implements Callable<Integer> {

  @Mixin private RunArgument run;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    OptimizerClient rest = OptimizerConnection.rest();
    PrintWriter out = spec.commandLine().getOut();
    out.print(run.find(rest).path("bestPrompt").asText() + "\n");
    out.flush();
    return ExitStatus.DONE;
  }
}
