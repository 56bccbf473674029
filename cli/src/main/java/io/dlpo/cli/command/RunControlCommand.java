package io.dlpo.cli.command;

import io.dlpo.cli.ExitStatus;
import io.dlpo.cli.run.OptimizerClient;
import io.dlpo.cli.terminal.Console;
import java.util.concurrent.Callable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Sends a run the command of its own name: pause, resume or cancel. */
abstract class RunControlCommand implements Callable<Integer> {

  @Mixin private RunArgument run;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    OptimizerClient optimizer = OptimizerConnection.open();
    String runId = run.id(optimizer);
    optimizer.command(runId, spec.name());
    Console.stderr(spec).println(spec.name() + " requested for run " + runId);
    return ExitStatus.DONE;
  }
}
