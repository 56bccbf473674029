package io.dlpo.cli.command;

import com.fasterxml.jackson.databind.JsonNode;
import io.dlpo.cli.ExitStatus;
import io.dlpo.cli.run.OptimizerClient;
import io.dlpo.cli.terminal.Console;
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
      "Send dead letters back to their original topics.",
      "All consumers of the topic receive the record again; they ignore what they have"
          + " processed."
    },
    footer = {
      "  ./dlpo dead-letters redrive dlpo.batch.scored.v1.optimizer.dlq:0:7",
      "  ./dlpo dead-letters redrive --all --consumer evaluator"
    })
public final class DeadLetterRedriveCommand implements Callable<Integer> {

  @Mixin private DeadLetterArgument letter;

  @Mixin private DeadLetterOptions options;

  @Option(names = "--all", description = "Redrive all that --topic, --consumer or --run selects.")
  private boolean all;

  @Option(names = "--again", description = "Include those that were redriven before.")
  private boolean again;

  @Option(names = "--json", description = "Print one JSON object.")
  private boolean json;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    Map<String, String> parameters = options.parameters();
    if (all == letter.isGiven() || all == parameters.isEmpty()) {
      throw new ParameterException(
          spec.commandLine(), "Give either an ID, or --all with --topic, --consumer or --run.");
    }
    OptimizerClient optimizer = OptimizerConnection.open();
    JsonNode outcome;
    if (all) {
      parameters.put("again", String.valueOf(again));
      outcome = optimizer.redriveAll(parameters);
    } else {
      outcome = optimizer.redrive(letter.id(spec), again);
    }
    Console console = Console.stdout(spec);
    if (json) {
      console.printData(outcome.toString());
    } else {
      DeadLetterText.redriven(outcome, console);
    }
    return ExitStatus.DONE;
  }
}
