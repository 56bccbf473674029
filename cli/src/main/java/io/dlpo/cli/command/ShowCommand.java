package io.dlpo.cli.command;

import com.fasterxml.jackson.databind.JsonNode;
import io.dlpo.cli.ExitStatus;
import io.dlpo.cli.run.OptimizerClient;
import io.dlpo.cli.run.RunJson;
import io.dlpo.cli.terminal.Console;
import io.dlpo.cli.view.RunSummary;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code dlpo show}. */
@Command(name = "show", description = "Show the current state of a run and its steps.")
public final class ShowCommand implements Callable<Integer> {

  @Mixin private RunArgument run;

  @Option(names = "--json", description = "Print one JSON object.")
  private boolean json;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    OptimizerClient optimizer = OptimizerConnection.open();
    JsonNode found = run.find(optimizer);
    Console console = Console.stdout(spec);
    if (json) {
      console.printData(RunJson.of(found));
    } else {
      RunSummary.steps(optimizer.steps(found.path("runId").asText()), found, console);
      RunSummary.print(found, console);
    }
    return ExitStatus.DONE;
  }
}
