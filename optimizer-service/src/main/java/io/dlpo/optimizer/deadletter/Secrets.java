package io.dlpo.optimizer.deadletter;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Takes secrets out of what is shown: those that the process itself knows, and what looks like a
 * key or a token. A record should have none, but whoever writes to a topic may have erred.
 *
 * @param known of the process
 */
public record Secrets(List<String> known) {

  /** In the place of a secret. */
  public static final String HIDDEN = "(hidden)";

  /** Shorter ones, such as {@code none}, would be found in any text. */
  private static final int SHORTEST = 8;

  private static final Pattern NAME =
      Pattern.compile("(?i).*(authorization|api-?key|secret|passw|token|cookie).*");
  private static final Pattern KEY =
      Pattern.compile("\\bsk-[A-Za-z0-9_-]{16,}|(?i:\\bbearer\\s+)[A-Za-z0-9._~+/=-]{12,}");

  public Secrets {
    known =
        known.stream()
            .filter(secret -> secret.length() >= SHORTEST)
            // A secret that is part of another must not leave the other's rest.
            .sorted(Comparator.comparingInt(String::length).reversed())
            .toList();
  }

  /** Those that were given; null for none. */
  public static Secrets of(@Nullable String... known) {
    return new Secrets(Arrays.stream(known).filter(Objects::nonNull).toList());
  }

  /** A text without secrets. */
  public String hide(String text) {
    String hidden = text;
    for (String secret : known) {
      hidden = hidden.replace(secret, HIDDEN);
    }
    return KEY.matcher(hidden).replaceAll(HIDDEN);
  }

  /** A header's value without secrets: all of it goes if the name tells of one. */
  public String hide(String name, String value) {
    return NAME.matcher(name).matches() ? HIDDEN : hide(value);
  }
}
