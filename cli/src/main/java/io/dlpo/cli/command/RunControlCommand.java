package io.dlpo.cli.command;

import io.dlpo.cli.ExitStatus;
import io.dlpo.cli.run.OptimizerClient;
import java.util.concurrent.Callable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Asks the optimizer to do with a run what the command's name says. */
abstract class RunControlCommand implements Callable<Integer> {

  @Mixin private RunArgument run;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    OptimizerClient rest = OptimizerConnection.rest();
    String runId = run.id(rest);
    rest.command(runId, spec.name());
    spec.commandLine().getErr().println(spec.name() + " of run " + runId + " is requested");
    return ExitStatus.DONE;
  }
}
