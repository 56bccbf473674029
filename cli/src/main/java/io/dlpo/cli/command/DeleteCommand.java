package io.dlpo.cli.command;

import io.dlpo.cli.ExitStatus;
import io.dlpo.cli.run.OptimizerClient;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code dlpo delete}. */
@Command(
    name = "delete",
    description =
        "Remove what the services keep of a run that has ended. Its id is not used again.")
public final class DeleteCommand implements Callable<Integer> {

  @Mixin private RunArgument run;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    OptimizerClient rest = OptimizerConnection.rest();
    String runId = run.id(rest);
    rest.delete(runId);
    spec.commandLine().getErr().println("deletion of run " + runId + " is requested");
    return ExitStatus.DONE;
  }
}
