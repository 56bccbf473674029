package io.dlpo.cli.command;

import io.dlpo.cli.ExitStatus;
import io.dlpo.cli.run.OptimizerClient;
import io.dlpo.cli.terminal.Console;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code dlpo delete}. */
@Command(
    name = "delete",
    description = {
      "Delete what the services store about a finished run.",
      "Its id cannot be used again."
    })
public final class DeleteCommand implements Callable<Integer> {

  @Mixin private RunArgument run;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    OptimizerClient optimizer = OptimizerConnection.open();
    String runId = run.id(optimizer);
    optimizer.delete(runId);
    Console.stderr(spec).println("deletion requested for run " + runId);
    return ExitStatus.DONE;
  }
}
