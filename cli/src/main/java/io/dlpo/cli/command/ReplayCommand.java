package io.dlpo.cli.command;

import com.fasterxml.jackson.databind.JsonNode;
import io.dlpo.cli.ExitStatus;
import io.dlpo.cli.run.OptimizerClient;
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
      "Work every decision of a run out again from its events, and compare.",
      "Exit status 1 if the log does not agree, or does not hold enough."
    })
public final class ReplayCommand implements Callable<Integer> {

  @Mixin private RunArgument run;

  @Option(names = "--json", description = "Print one JSON object.")
  private boolean json;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    OptimizerClient rest = OptimizerConnection.rest();
    JsonNode replay = rest.replay(run.id(rest));
    spec.commandLine().getOut().println(json ? replay.toString() : ReplayText.of(replay));
    return replay.path("verdict").asText().equals("AGREES") ? ExitStatus.DONE : ExitStatus.FAILED;
  }
}
