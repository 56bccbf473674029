package io.dlpo.systemtests.trial;

import com.fasterxml.jackson.databind.JsonNode;
import io.dlpo.cli.run.OptimizerClient;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;

/** Runs that were started together on one stack. */
public final class Round {

  private static final Set<String> ACTIVE = Set.of("REQUESTED", "RUNNING");
  private static final Duration LOOK = Duration.ofMillis(300);

  private final SimulatedStack stack;
  private final List<String> runs;

  private Round(SimulatedStack stack, List<String> runs) {
    this.stack = stack;
    this.runs = runs;
  }

  /**
   * Uploads the dataset and requests the runs. Both are idempotent.
   *
   * @param data the rows as JSONL
   * @param specs creates the specs from the dataset's id; their names are the ids of the runs
   */
  public static Round begin(
      SimulatedStack stack, Path data, Function<String, List<JsonNode>> specs) {
    String dataset = stack.ask(rest -> rest.upload("trial", "jsonl", bytes(data)));
    return new Round(
        stack,
        specs.apply(dataset).stream().map(spec -> stack.ask(rest -> request(rest, spec))).toList());
  }

  private static String request(OptimizerClient rest, JsonNode spec) {
    String id = spec.path("name").asText();
    return rest.find(id).isPresent() ? id : rest.request(spec, Optional.of(id));
  }

  /** Returns each run's current state from the REST API. */
  public List<JsonNode> details() {
    return runs.stream().flatMap(run -> stack.ask(rest -> rest.find(run)).stream()).toList();
  }

  private static byte[] bytes(Path data) {
    try {
      return Files.readAllBytes(data);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + data, e);
    }
  }

  /** Whether no run is active. */
  public boolean hasEnded() {
    return outcomes().stream().noneMatch(run -> ACTIVE.contains(run.status()));
  }

  /** Waits until no run is active. Returns false on timeout. */
  public boolean awaitEnd(Duration patience) {
    long giveUp = System.nanoTime() + patience.toNanos();
    while (!hasEnded()) {
      if (System.nanoTime() - giveUp > 0) {
        return false;
      }
      LockSupport.parkNanos(LOOK.toNanos());
    }
    return true;
  }

  /** The current outcome of each run. */
  public List<TrialRun> outcomes() {
    return runs.stream()
        .map(
            run ->
                stack
                    .ask(rest -> rest.find(run))
                    .map(TrialRun::of)
                    .orElseGet(() -> new TrialRun(run, "REQUESTED", "", "")))
        .toList();
  }
}
