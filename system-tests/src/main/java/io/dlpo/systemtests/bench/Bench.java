package io.dlpo.systemtests.bench;

import com.fasterxml.jackson.databind.JsonNode;
import io.dlpo.cli.CliException;
import io.dlpo.cli.ExitStatus;
import io.dlpo.cli.stack.Installation;
import io.dlpo.cli.stack.Scale;
import io.dlpo.systemtests.trial.Round;
import io.dlpo.systemtests.trial.SimulatedStack;
import io.dlpo.systemtests.trial.TrialRun;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Measures runs with the simulator, on a separate stack for each number of workers. */
public final class Bench {

  private static final String DATA = "examples/object-counting.jsonl";
  private static final Duration END = Duration.ofMinutes(15);

  private final BenchSettings settings;
  private final Consumer<String> progress;
  private final Path data = Installation.ofEnvironment().file(DATA);

  /**
   * @param progress receives progress messages
   */
  public Bench(BenchSettings settings, Consumer<String> progress) {
    this.settings = settings;
    this.progress = progress;
  }

  /** Returns the names of the stacks; each has a folder with its name. */
  public static List<String> stacks(BenchSettings settings) {
    return settings.workers().stream().map(Bench::stack).toList();
  }

  private static String stack(int workers) {
    return "workers-" + workers;
  }

  /**
   * Runs all measurements.
   *
   * @param folder the folder for the stacks; they are down when this method returns or throws
   * @throws CliException if a run does not finish
   */
  public BenchResult run(Path folder) {
    List<BenchRow> rows = new ArrayList<>();
    for (int workers : settings.workers()) {
      rows.add(measure(folder.resolve(stack(workers)), workers));
    }
    return new BenchResult(
        Runtime.getRuntime().availableProcessors(), settings.latency().toMillis(), rows);
  }

  private BenchRow measure(Path folder, int workers) {
    Scale scale = Scale.parse(List.of("forward-engine=" + workers, "evaluator=" + workers));
    progress.accept("a stack with " + scale + " starts");
    try (SimulatedStack stack = SimulatedStack.up(folder, scale, settings.latency())) {
      progress.accept("warming up");
      stack.warmUp(data);
      progress.accept("%d runs of %d steps".formatted(settings.runs(), settings.steps()));
      ProcessorTime before = ProcessorTime.of(stack.status());
      long callsBefore = calls(stack);
      long start = System.nanoTime();
      List<JsonNode> runs = round(stack);
      long wall = Duration.ofNanos(System.nanoTime() - start).toMillis();
      long calls = calls(stack) - callsBefore;
      return BenchRow.of(
          workers,
          calls,
          wall,
          runs.stream().map(Bench::overhead).toList(),
          ProcessorTime.of(stack.status()).millisPerCall(before, calls));
    }
  }

  private List<JsonNode> round(SimulatedStack stack) {
    Round round =
        Round.begin(
            stack,
            data,
            dataset -> BenchSpecs.of(settings.runs(), settings.steps(), settings.seed(), dataset));
    round.awaitEnd(END);
    round.outcomes().stream()
        .filter(outcome -> !outcome.isFinished())
        .findFirst()
        .ifPresent(Bench::fail);
    return round.details();
  }

  private static void fail(TrialRun outcome) {
    throw new CliException(
        ExitStatus.FAILED,
        "run %s is %s after at most %d minutes; nothing is measured by it"
            .formatted(outcome.run(), outcome.status(), END.toMinutes()));
  }

  private static double overhead(JsonNode run) {
    return run.path("wallMillis").asDouble() / Math.max(1, run.path("criticalPathMillis").asLong());
  }

  private static long calls(SimulatedStack stack) {
    return stack.calls().path("requests").asLong();
  }
}
