package io.dlpo.cli.soak;

import com.fasterxml.jackson.databind.JsonNode;
import io.dlpo.cli.run.Rest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;

/** Runs that were begun at once on one stack. */
final class Round {

  private static final Set<String> ACTIVE = Set.of("REQUESTED", "RUNNING");
  private static final Duration LOOK = Duration.ofMillis(300);

  private final SoakStack stack;
  private final List<String> runs;

  private Round(SoakStack stack, List<String> runs) {
    this.stack = stack;
    this.runs = runs;
  }

  /** Uploads the data and requests the runs; doing either twice is as good as once. */
  static Round begin(SoakStack stack, SoakSettings settings, int number, Path data) {
    String dataset = stack.ask(rest -> rest.upload("soak", "jsonl", bytes(data)));
    List<JsonNode> specs = SoakSpecs.of(settings.runs(), settings.seed(), number, dataset);
    return new Round(
        stack, specs.stream().map(spec -> stack.ask(rest -> request(rest, spec))).toList());
  }

  private static String request(Rest rest, JsonNode spec) {
    String id = spec.path("name").asText();
    return rest.find(id).isPresent() ? id : rest.request(spec, Optional.of(id));
  }

  private static byte[] bytes(Path data) {
    try {
      return Files.readAllBytes(data);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + data, e);
    }
  }

  boolean hasEnded() {
    return outcomes().stream().noneMatch(run -> ACTIVE.contains(run.status()));
  }

  /** Waits for the end of all; whether it came in time. */
  boolean awaitEnd(Duration patience) {
    long giveUp = System.nanoTime() + patience.toNanos();
    while (!hasEnded()) {
      if (System.nanoTime() - giveUp > 0) {
        return false;
      }
      LockSupport.parkNanos(LOOK.toNanos());
    }
    return true;
  }

  /** How each stands now. */
  List<RunOutcome> outcomes() {
    return runs.stream()
        .map(
            run ->
                stack
                    .ask(rest -> rest.find(run))
                    .map(RunOutcome::of)
                    .orElseGet(() -> new RunOutcome(run, "REQUESTED", "", "")))
        .toList();
  }
}
