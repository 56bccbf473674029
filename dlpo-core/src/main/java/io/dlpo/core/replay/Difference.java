package io.dlpo.core.replay;

import java.util.Objects;

/**
 * The first difference between a log and its replay.
 *
 * @param step the step; 0 before the first step
 * @param event the event's type and identity, such as {@code PromptAccepted run-1:3}
 * @param field the field that differs, such as {@code decision.draw}; {@code -} for the whole event
 * @param recorded the value in the log
 * @param recomputed the value that the replay computed
 */
public record Difference(int step, String event, String field, String recorded, String recomputed) {

  /** Denotes the whole event. */
  public static final String WHOLE = "-";

  private static final int MAX_VALUE = 300;

  public Difference {
    Objects.requireNonNull(event, "Difference.event is missing");
    Objects.requireNonNull(field, "Difference.field is missing");
    recorded = cut(recorded);
    recomputed = cut(recomputed);
  }

  private static String cut(String value) {
    return value.length() > MAX_VALUE
        ? value.substring(0, MAX_VALUE) + "… (" + value.length() + " characters)"
        : value;
  }

  @Override
  public String toString() {
    return "step %d, %s, %s: recorded %s, recomputed %s"
        .formatted(step, event, field.equals(WHOLE) ? "the event" : field, recorded, recomputed);
  }
}
