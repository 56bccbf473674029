package io.dlpo.optimizer.deadletter;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The bytes of a record as text that is safe to display: truncated, without control characters.
 *
 * @param text the text; null if there were no bytes
 * @param bytes the number of bytes
 * @param cut whether the text is truncated
 */
public record ShownText(@Nullable String text, int bytes, boolean cut) {

  private static final int UTF_8_BYTES = 4;
  private static final int LONGEST_SECRET = 1024;

  /**
   * Decodes bytes.
   *
   * @param bytes UTF-8; invalid sequences become U+FFFD
   * @param most the maximum number of characters, before escaping
   */
  public static ShownText of(byte @Nullable [] bytes, int most, Secrets secrets) {
    if (bytes == null) {
      return new ShownText(null, 0, false);
    }
    // Decodes more than is shown: a secret that crosses the limit is only recognised as a whole.
    byte[] read = Arrays.copyOf(bytes, Math.min(bytes.length, UTF_8_BYTES * most + LONGEST_SECRET));
    String text = secrets.hide(new String(read, StandardCharsets.UTF_8));
    boolean cut = text.length() > most;
    return new ShownText(escaped(cut ? text.substring(0, most) : text), bytes.length, cut);
  }

  /** Escapes characters that control a terminal, are invisible or change the text direction. */
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
