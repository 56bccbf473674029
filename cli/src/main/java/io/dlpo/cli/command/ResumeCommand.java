package io.dlpo.cli.command;

import io.dlpo.cli.ExitStatus;
import io.dlpo.cli.run.Rest;
import io.dlpo.cli.run.RunName;
import io.dlpo.cli.stack.LocalStack;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code dlpo resume}. */
@Command(name = "resume", description = "Let a paused run go on.")
public final class ResumeCommand implements Callable<Integer> {

  @Parameters(paramLabel = "RUN", description = "Its id, the beginning of it, or latest.")
  private String run;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    Rest rest = new Rest(LocalStack.ofEnvironment().required().rest());
    String runId = RunName.resolve(rest, run);
    rest.command(runId, "resume");
    spec.commandLine().getErr().println("run " + runId + " is being resumed");
    return ExitStatus.DONE;
  }
}
