package io.dlpo.cli.command;

import com.fasterxml.jackson.databind.JsonNode;
import io.dlpo.cli.ExitStatus;
import io.dlpo.cli.run.OptimizerClient;
import io.dlpo.cli.view.DeadLetterText;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code dlpo dead-letters redrive}. */
@Command(
    name = "redrive",
    description = {
      "Give dead letters back to the topics that they came from.",
      "Every consumer of the topic sees the record again, which is harmless."
    })
public final class DeadLetterRedriveCommand implements Callable<Integer> {

  @Mixin private DeadLetterArgument letter;

  @Mixin private DeadLetterOptions query;

  @Option(names = "--all", description = "All that --topic, --consumer or --run name.")
  private boolean all;

  @Option(names = "--again", description = "Also those that were given back before.")
  private boolean again;

  @Option(names = "--json", description = "Print one JSON object.")
  private boolean json;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    Map<String, String> parameters = query.parameters();
    if (all == letter.isGiven() || all == parameters.isEmpty()) {
      throw new ParameterException(
          spec.commandLine(),
          "give either an id, or --all with one of --topic, --consumer and --run");
    }
    OptimizerClient rest = OptimizerConnection.rest();
    JsonNode outcome;
    if (all) {
      parameters.put("again", String.valueOf(again));
      outcome = rest.redriveAll(parameters);
    } else {
      outcome = rest.redrive(letter.id(spec), again);
    }
    if (json) {
      spec.commandLine().getOut().println(outcome);
    } else {
      DeadLetterText.redriven(outcome, spec.commandLine().getOut());
    }
    return ExitStatus.DONE;
  }
}
