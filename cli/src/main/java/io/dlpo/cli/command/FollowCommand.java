package io.dlpo.cli.command;

import io.dlpo.cli.run.OptimizerClient;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code dlpo follow}. */
@Command(
    name = "follow",
    description = {
      "Show a run until it ends.",
      "Ctrl-C detaches; the run continues.",
      "If the optimizer is unreachable, commands that follow a run retry for ten minutes. The run"
          + " continues either way."
    })
public final class FollowCommand implements Callable<Integer> {

  @Mixin private RunArgument run;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    OptimizerClient optimizer = OptimizerConnection.open();
    return new RunFollower(spec, true).follow(optimizer, run.id(optimizer), false, true);
  }
}
