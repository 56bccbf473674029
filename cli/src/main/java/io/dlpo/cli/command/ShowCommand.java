package io.dlpo.cli.command;

import com.fasterxml.jackson.databind.JsonNode;
import io.dlpo.cli.ExitStatus;
import io.dlpo.cli.run.OptimizerClient;
import io.dlpo.cli.run.RunJson;
import io.dlpo.cli.view.RunProgress;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code dlpo show}. */
@Command(name = "show", description = "Show a run as it stands, with its steps.")
public final class ShowCommand implements Callable<Integer> {

  @Mixin private RunArgument run;

  @Option(names = "--json", description = "Print one JSON object.")
  private boolean json;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    OptimizerClient rest = OptimizerConnection.rest();
    JsonNode found = run.find(rest);
    if (json) {
      spec.commandLine().getOut().println(RunJson.json(found));
      return ExitStatus.DONE;
    }
    RunProgress view = new RunProgress(spec.commandLine().getOut(), false);
    rest.steps(found.path("runId").asText()).forEach(step -> view.step(step, found));
    RunProgress.summary(found, spec.commandLine().getOut());
    return ExitStatus.DONE;
  }
}
