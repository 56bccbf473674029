package io.dlpo.cli.command;

import io.dlpo.cli.run.ForkRequest;
import io.dlpo.cli.run.OptimizerClient;
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
      "Go on from a step of a run in a new run, with another seed or other settings,"
          + " and wait for its end.",
      "Steps go to stderr, the result to stdout."
    })
public final class ForkCommand implements Callable<Integer> {

  @Mixin private RunArgument run;

  @Option(
      names = "--step",
      required = true,
      description = "After which of the run's steps, from 1.")
  private int step;

  @Option(
      names = "--set",
      paramLabel = "KEY=VALUE",
      description = "Such as seed=7 or optimizer.annealing.temperature=0.1; may be repeated.")
  private @Nullable List<String> settings;

  @Option(names = "--run-id", description = "An id of your own for the new run.")
  private @Nullable String runId;

  @Option(names = "--follow", description = "Show each step also with --json.")
  private boolean follow;

  @Option(names = "--json", description = "End with one JSON object on stdout.")
  private boolean json;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    ForkRequest request = new ForkRequest(step, settings == null ? List.of() : settings, runId);
    OptimizerClient rest = OptimizerConnection.rest();
    String parent = run.id(rest);
    String id = rest.fork(parent, request.body());
    spec.commandLine().getErr().printf("run %s, from run %s after step %d%n", id, parent, step);
    return new RunFollower(spec.commandLine(), true).follow(rest, id, json, follow || !json);
  }
}
