package io.dlpo.cli.command;

import io.dlpo.cli.run.OptimizerClient;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code dlpo follow}. */
@Command(name = "follow", description = "Show a run until it ends.")
public final class FollowCommand implements Callable<Integer> {

  @Mixin private RunArgument run;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    OptimizerClient rest = OptimizerConnection.rest();
    return new RunFollower(spec.commandLine(), true).follow(rest, run.id(rest), false, true);
  }
}
