package io.dlpo.optimizer.deadletter;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Bytes of a record as text that is harmless to show: bounded, no control characters.
 *
 * @param text null if there were no bytes at all
 * @param bytes how many there were
 * @param cut whether the text is only the beginning
 */
public record ShownText(@Nullable String text, int bytes, boolean cut) {

  private static final int UTF_8_BYTES = 4;
  private static final int LONGEST_SECRET = 1024;

  /**
   * The text of bytes.
   *
   * @param bytes UTF-8; what is none becomes U+FFFD
   * @param most characters to show, before they are escaped
   */
  public static ShownText of(byte @Nullable [] bytes, int most, Secrets secrets) {
    if (bytes == null) {
      return new ShownText(null, 0, false);
    }
    // What is cut off may be the end of a secret, without which its beginning would not be known.
    byte[] read = Arrays.copyOf(bytes, Math.min(bytes.length, UTF_8_BYTES * most + LONGEST_SECRET));
    String text = secrets.hide(new String(read, StandardCharsets.UTF_8));
    boolean cut = text.length() > most;
    return new ShownText(escaped(cut ? text.substring(0, most) : text), bytes.length, cut);
  }

  /** A text with escapes for all that a terminal would obey or that hides or turns text around. */
  public static String escaped(String text) {
    StringBuilder escaped = new StringBuilder(text.length());
    text.codePoints()
        .forEach(
            point -> {
              if (isHarmless(point)) {
                escaped.appendCodePoint(point);
              } else if (Character.isBmpCodePoint(point)) {
                escaped.append("\\u%04x".formatted(point));
              } else {
                escaped.append("\\u{%x}".formatted(point));
              }
            });
    return escaped.toString();
  }

  private static boolean isHarmless(int point) {
    return switch (Character.getType(point)) {
      case Character.CONTROL -> point == '\n' || point == '\t';
      case Character.FORMAT,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.PRIVATE_USE,
          Character.SURROGATE,
          Character.UNASSIGNED ->
          false;
      default -> true;
    };
  }
}
