package io.dlpo.cli.command;

import io.dlpo.cli.run.Rest;
import io.dlpo.cli.run.RunName;
import io.dlpo.cli.stack.LocalStack;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code dlpo follow}. */
@Command(name = "follow", description = "Show a run until it ends.")
public final class FollowCommand implements Callable<Integer> {

  @Parameters(paramLabel = "RUN", description = "Its id, the beginning of it, or latest.")
  private String run;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    Rest rest = new Rest(LocalStack.ofEnvironment().required().rest());
    return new Follower(spec.commandLine(), true)
        .follow(rest, RunName.resolve(rest, run), false, true);
  }
}
