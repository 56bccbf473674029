package io.dlpo.cli.command;

import com.fasterxml.jackson.databind.JsonNode;
import io.dlpo.cli.ExitStatus;
import io.dlpo.cli.view.DeadLetterText;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code dlpo dead-letters list}. */
@Command(name = "list", description = "List the dead letters, the newest first.")
public final class DeadLetterListCommand implements Callable<Integer> {

  @Mixin private DeadLetterOptions query;

  @Option(
      names = "--limit",
      paramLabel = "N",
      defaultValue = "20",
      description = "At most so many, 1 to 1000 (default: ${DEFAULT-VALUE}).")
  private int limit;

  @Option(names = "--json", description = "Print one JSON object.")
  private boolean json;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    Map<String, String> parameters = query.parameters();
    parameters.put("limit", String.valueOf(limit));
    JsonNode found = OptimizerConnection.rest().deadLetters(parameters);
    if (json) {
      spec.commandLine().getOut().println(found);
    } else {
      DeadLetterText.list(found, spec.commandLine().getOut());
    }
    return ExitStatus.DONE;
  }
}
