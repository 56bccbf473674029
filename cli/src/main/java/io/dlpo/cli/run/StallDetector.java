package io.dlpo.cli.run;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** Detects a run without progress, and reports each reason once. */
final class StallDetector {

  static final Duration THRESHOLD = Duration.ofSeconds(30);

  private final LongSupplier nanos;
  private String lastState = "";
  private long lastProgress;
  private @Nullable String reported;

  /**
   * @param nanos the clock, as {@link System#nanoTime}
   */
  StallDetector(LongSupplier nanos) {
    this.nanos = nanos;
    this.lastProgress = nanos.getAsLong();
  }

  /** What a stalled run waits for; empty if it is not stalled or if that was reported before. */
  Optional<String> check(JsonNode run) {
    String state = "%s %s %s".formatted(run.path("phase"), run.path("step"), run.path("calls"));
    if (!state.equals(lastState)) {
      lastState = state;
      lastProgress = nanos.getAsLong();
      reported = null;
    }
    JsonNode reason = run.path("waitingFor");
    if (!reason.isTextual() || nanos.getAsLong() - lastProgress < THRESHOLD.toNanos()) {
      return Optional.empty();
    }
    // The reason counts what is left to process; a new number is not a new reason.
    String kind = reason.asText().replaceAll("\\b[0-9]+\\b", "N");
    if (Objects.equals(kind, reported)) {
      return Optional.empty();
    }
    reported = kind;
    return Optional.of("waiting for " + reason.asText());
  }
}
