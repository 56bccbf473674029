package io.dlpo.core.dataset;

import io.dlpo.core.refusal.Problem;
import io.dlpo.core.refusal.RefusedException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;

/** Decodes files as UTF-8. */
final class Utf8 {

  private static final String BYTE_ORDER_MARK = "\uFEFF";
  private static final int MAX_SHOWN = 40;

  private Utf8() {}

  /**
   * A file's text, without byte order mark.
   *
   * @throws RefusedException if it is not valid UTF-8; the message names the line
   */
  static String text(byte[] file) {
    ByteBuffer bytes = ByteBuffer.wrap(file);
    CharBuffer decoded = CharBuffer.allocate(file.length);
    if (StandardCharsets.UTF_8.newDecoder().decode(bytes, decoded, true).isError()) {
      throw new RefusedException(notUtf8(file, bytes.position()));
    }
    String text = decoded.flip().toString();
    return text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
  }

  private static Problem notUtf8(byte[] file, int position) {
    String before = new String(file, 0, position, StandardCharsets.UTF_8);
    int start = before.lastIndexOf('\n') + 1;
    long line = 1 + before.chars().filter(c -> c == '\n').count();
    String shown = before.substring(Math.max(start, before.length() - MAX_SHOWN));
    return new Problem(
        "line " + line,
        shown,
        "text in UTF-8",
        "line " + line + " is not in UTF-8 after '" + shown + "'");
  }
}
