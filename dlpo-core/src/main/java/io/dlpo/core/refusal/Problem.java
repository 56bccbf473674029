package io.dlpo.core.refusal;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A problem with user input.
 *
 * @param key the key or position, such as {@code optimizer.batchSize} or {@code line 3}
 * @param value the given value, truncated to {@value #MAX_VALUE} characters; null if there is none
 * @param allowed what it must be
 * @param message the complete message
 */
public record Problem(String key, @Nullable String value, String allowed, String message) {

  public static final int MAX_VALUE = 200;

  public Problem {
    Objects.requireNonNull(key, "Problem.key is missing");
    Objects.requireNonNull(allowed, "Problem.allowed is missing");
    Objects.requireNonNull(message, "Problem.message is missing");
    value = value == null ? null : cut(value);
  }

  /** A problem with an invalid value. */
  public static Problem of(String key, @Nullable String value, String allowed) {
    String shown = value == null ? "missing" : "'" + cut(value) + "'";
    return new Problem(key, value, allowed, key + " is " + shown + "; must be " + allowed);
  }

  private static String cut(String value) {
    return value.length() > MAX_VALUE ? value.substring(0, MAX_VALUE) + "…" : value;
  }
}
