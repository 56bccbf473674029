package io.dlpo.cli.command;

import com.fasterxml.jackson.databind.JsonNode;
import io.dlpo.cli.ExitStatus;
import io.dlpo.cli.terminal.Console;
import io.dlpo.cli.view.DeadLetterText;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code dlpo dead-letters list}. */
@Command(
    name = "list",
    description = "List the dead letters, newest first, and count them by topic.",
    footer = "  ./dlpo dead-letters list --consumer evaluator --limit 5")
public final class DeadLetterListCommand implements Callable<Integer> {

  @Mixin private DeadLetterOptions options;

  @Option(
      names = "--limit",
      paramLabel = "N",
      defaultValue = "20",
      description = "Show at most N, 1 to 1000 (default: ${DEFAULT-VALUE}).")
  private int limit;

  @Option(names = "--json", description = "Print one JSON object.")
  private boolean json;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    Map<String, String> parameters = options.parameters();
    parameters.put("limit", String.valueOf(limit));
    JsonNode found = OptimizerConnection.open().deadLetters(parameters);
    Console console = Console.stdout(spec);
    if (json) {
      console.printData(found.toString());
    } else {
      DeadLetterText.list(found, console);
    }
    return ExitStatus.DONE;
  }
}
