package io.dlpo.cli.command;

import com.fasterxml.jackson.databind.JsonNode;
import io.dlpo.cli.CliException;
import io.dlpo.cli.ExitStatus;
import io.dlpo.cli.run.OptimizerClient;
import io.dlpo.cli.terminal.Console;
import io.dlpo.cli.view.PromptTable;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code dlpo prompts}. */
@Command(
    name = "prompts",
    description = "List the promoted prompts, or the versions of one with their evidence.",
    footer = {"  ./dlpo prompts", "  ./dlpo prompts counting --json"})
public final class PromptsCommand implements Callable<Integer> {

  @Parameters(arity = "0..1", paramLabel = "NAME", description = "The name of a promoted prompt.")
  private @Nullable String name;

  @Option(names = "--json", description = "Print the list as JSON, with the prompts of versions.")
  private boolean json;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    OptimizerClient optimizer = OptimizerConnection.open();
    JsonNode found = name == null ? optimizer.prompts() : versions(optimizer, name);
    Console console = Console.stdout(spec);
    if (json) {
      console.printData(found.toString());
    } else if (name == null) {
      PromptTable.printNames(found, console);
    } else {
      PromptTable.printVersions(found, console);
    }
    return ExitStatus.DONE;
  }

  private static JsonNode versions(OptimizerClient optimizer, String name) {
    return optimizer
        .promptVersions(name)
        .orElseThrow(
            () ->
                new CliException(
                    ExitStatus.USAGE,
                    "There is no promoted prompt '%s'. List them with: ./dlpo prompts"
                        .formatted(name)));
  }
}
