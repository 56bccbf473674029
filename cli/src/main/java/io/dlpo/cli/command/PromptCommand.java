package io.dlpo.cli.command;

import io.dlpo.cli.ExitStatus;
import io.dlpo.cli.run.Rest;
import io.dlpo.cli.run.RunName;
import io.dlpo.cli.stack.LocalStack;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code dlpo prompt}. */
@Command(name = "prompt", description = "Print a run's best prompt and nothing else.")
public final class PromptCommand implements Callable<Integer> {

  @Parameters(paramLabel = "RUN", description = "Its id, the beginning of it, or latest.")
  private String run;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    Rest rest = new Rest(LocalStack.ofEnvironment().required().rest());
    PrintWriter out = spec.commandLine().getOut();
    out.print(RunName.find(rest, run).path("bestPrompt").asText() + "\n");
    out.flush();
    return ExitStatus.DONE;
  }
}
