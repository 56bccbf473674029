package io.dlpo.cli.command;

import io.dlpo.cli.run.OptimizerClient;
import io.dlpo.cli.run.RunSpecFile;
import io.dlpo.cli.terminal.Console;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code dlpo run}. */
@Command(
    name = "run",
    description = {
      "Start a run and wait for it to end.",
      "Steps go to stderr, the result goes to stdout. Ctrl-C detaches; the run continues."
    },
    footer = {
      "  ./dlpo run examples/demo.yaml",
      "  ./dlpo run my.yaml --run-id counting-1 --json > result.json",
      "  ./dlpo run my.yaml --require-improvement && ./dlpo prompt latest"
    })
public final class StartRunCommand implements Callable<Integer> {

  @Parameters(paramLabel = "SPEC", description = "A spec file, such as examples/demo.yaml.")
  private Path file;

  @Option(names = "--follow", description = "With --json, show steps as well.")
  private boolean follow;

  @Option(names = "--json", description = "Print the result as one JSON object.")
  private boolean json;

  @Option(
      names = "--require-improvement",
      description =
          "Exit with status 5 if the test split does not show that the best prompt is better than"
              + " the initial one (p < 0.05).")
  private boolean requireImprovement;

  @Option(
      names = "--run-id",
      paramLabel = "ID",
      description = "The id of the run; generated if it is missing.")
  private @Nullable String runId;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    OptimizerClient optimizer = OptimizerConnection.open();
    String id =
        optimizer.request(new RunSpecFile(file).upload(optimizer), Optional.ofNullable(runId));
    Console.stderr(spec).println("run " + id);
    return new RunFollower(spec, true)
        .requireImprovement(requireImprovement)
        .follow(optimizer, id, json, follow || !json);
  }
}
