package io.dlpo.cli.run;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** Notices that a run does not go on, and tells each reason once. */
final class StallDetector {

  static final Duration PATIENCE = Duration.ofSeconds(30);

  private final LongSupplier nanos;
  private String seen = "";
  private long since;
  private @Nullable String told;

  /**
   * @param nanos the clock, as {@link System#nanoTime}
   */
  StallDetector(LongSupplier nanos) {
    this.nanos = nanos;
    this.since = nanos.getAsLong();
  }

  /** What a run waits for, if it has stood still for long and that was not told yet. */
  Optional<String> look(JsonNode run) {
    String now = "%s %s %s".formatted(run.path("phase"), run.path("step"), run.path("calls"));
    if (!now.equals(seen)) {
      seen = now;
      since = nanos.getAsLong();
      told = null;
    }
    JsonNode reason = run.path("waitingFor");
    if (!reason.isTextual() || nanos.getAsLong() - since < PATIENCE.toNanos()) {
      return Optional.empty();
    }
    // What is left to handle changes all the time; that it is the same service's does not.
    String kind = reason.asText().replaceAll("[0-9]+ left", "left");
    if (Objects.equals(kind, told)) {
      return Optional.empty();
    }
    told = kind;
    return Optional.of(reason.asText());
  }
}
