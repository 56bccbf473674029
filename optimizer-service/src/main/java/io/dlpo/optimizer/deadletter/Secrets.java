package io.dlpo.optimizer.deadletter;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Removes secrets from displayed text: those that the process knows, and anything that looks like a
 * key or a token. Records should not contain secrets, but any producer can make mistakes.
 *
 * @param known the secrets of this process
 */
public record Secrets(List<String> known) {

  /** Replaces a secret. */
  public static final String HIDDEN = "(hidden)";

  /** Shorter values, such as {@code none}, would match ordinary text. */
  private static final int SHORTEST = 8;

  private static final Pattern NAME =
      Pattern.compile("(?i).*(authorization|api-?key|secret|passw|token|cookie).*");
  private static final Pattern KEY =
      Pattern.compile("\\bsk-[A-Za-z0-9_-]{16,}|(?i:\\bbearer\\s+)[A-Za-z0-9._~+/=-]{12,}");

  public Secrets {
    known =
        known.stream()
            .filter(secret -> secret.length() >= SHORTEST)
            // Longest first: replacing a secret within another one would leave the rest of the
            // latter.
            .sorted(Comparator.comparingInt(String::length).reversed())
            .toList();
  }

  /** Collects the given secrets; ignores null. */
  public static Secrets of(@Nullable String... known) {
    return new Secrets(Arrays.stream(known).filter(Objects::nonNull).toList());
  }

  /** Removes the secrets from a text. */
  public String hide(String text) {
    String hidden = text;
    for (String secret : known) {
      hidden = hidden.replace(secret, HIDDEN);
    }
    return KEY.matcher(hidden).replaceAll(HIDDEN);
  }

  /** Removes the secrets from a header's value: all of it if the name suggests a secret. */
  public String hide(String name, String value) {
    return NAME.matcher(name).matches() ? HIDDEN : hide(value);
  }
}
