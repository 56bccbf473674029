package io.dlpo.cli.command;

import com.fasterxml.jackson.databind.JsonNode;
import io.dlpo.cli.ExitStatus;
import io.dlpo.cli.run.OptimizerClient;
import io.dlpo.cli.terminal.Console;
import io.dlpo.cli.view.ReplayText;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code dlpo replay}. */
@Command(
    name = "replay",
    description = {
      "Recompute the decisions of a run from its events.",
      "They are compared with the recorded decisions. The exit status is 1 if they differ or if events are missing."
    })
public final class ReplayCommand implements Callable<Integer> {

  @Mixin private RunArgument run;

  @Option(names = "--json", description = "Print one JSON object.")
  private boolean json;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    OptimizerClient optimizer = OptimizerConnection.open();
    JsonNode replay = optimizer.replay(run.id(optimizer));
    Console console = Console.stdout(spec);
    if (json) {
      console.printData(replay.toString());
    } else {
      ReplayText.print(replay, console);
    }
    return replay.path("verdict").asText().equals("AGREES") ? ExitStatus.DONE : ExitStatus.FAILED;
  }
}
