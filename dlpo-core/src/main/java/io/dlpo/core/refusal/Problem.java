package io.dlpo.core.refusal;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One thing that is wrong with what a user gave.
 *
 * @param key where, such as {@code optimizer.batchSize} or {@code line 3}
 * @param value what was given, cut at {@value #MAX_VALUE} characters; null if nothing was
 * @param allowed what is allowed there
 * @param message all of it in a sentence
 */
public record Problem(String key, @Nullable String value, String allowed, String message) {

  public static final int MAX_VALUE = 200;

  public Problem {
    Objects.requireNonNull(key, "Problem.key is missing");
    Objects.requireNonNull(allowed, "Problem.allowed is missing");
    Objects.requireNonNull(message, "Problem.message is missing");
    value = value == null ? null : cut(value);
  }

  /** A value that is not allowed. */
  public static Problem of(String key, @Nullable String value, String allowed) {
    String shown = value == null ? "missing" : "'" + cut(value) + "'";
    return new Problem(key, value, allowed, key + " is " + shown + "; allowed is " + allowed);
  }

  private static String cut(String value) {
    return value.length() > MAX_VALUE ? value.substring(0, MAX_VALUE) + "…" : value;
  }
}
