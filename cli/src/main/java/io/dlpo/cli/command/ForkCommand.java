package io.dlpo.cli.command;

import io.dlpo.cli.run.ForkRequest;
import io.dlpo.cli.run.OptimizerClient;
import io.dlpo.cli.terminal.Console;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code dlpo fork}. */
@Command(
    name = "fork",
    description = {
      "Start a new run from a step of another run.",
      "The new run can use another seed or other settings.",
      "Waits for the new run to end. Steps go to stderr, the result goes to stdout."
    },
    footer = {
      "  ./dlpo fork latest --step 4 --set seed=7",
      "  ./dlpo fork latest --step 4 --set optimizer.annealing.temperature=0.1"
    })
public final class ForkCommand implements Callable<Integer> {

  @Mixin private RunArgument run;

  @Option(
      names = "--step",
      required = true,
      paramLabel = "STEP",
      description = "Continue after this step; the first is 1.")
  private int step;

  @Option(
      names = "--set",
      paramLabel = "KEY=VALUE",
      description = "Change a setting, such as seed=7. Can be repeated.")
  private @Nullable List<String> settings;

  @Option(
      names = "--run-id",
      paramLabel = "ID",
      description = "The id of the new run; generated if it is missing.")
  private @Nullable String runId;

  @Option(names = "--follow", description = "With --json, show steps as well.")
  private boolean follow;

  @Option(names = "--json", description = "Print the result as one JSON object.")
  private boolean json;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    ForkRequest request = new ForkRequest(step, settings == null ? List.of() : settings, runId);
    OptimizerClient optimizer = OptimizerConnection.open();
    String parent = run.id(optimizer);
    String id = optimizer.fork(parent, request.body());
    Console.stderr(spec)
        .println("run %s, forked from run %s after step %d".formatted(id, parent, step));
    return new RunFollower(spec, true).follow(optimizer, id, json, follow || !json);
  }
}
