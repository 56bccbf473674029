package io.dlpo.cli.terminal;

import java.io.FilterWriter;
import java.io.IOException;
import java.io.Writer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Keeps foreign text from controlling the terminal. Texts of models, datasets and specs can contain
 * characters that move the cursor, recolour the screen or reorder a line. Each of them is replaced
 * by its JSON escape, such as {@code \u001b}, so JSON keeps its meaning. New lines and tabs pass.
 *
 * <p>As a writer it is the last barrier. It passes the sequences of {@link Style} and {@link
 * #CLEAR_LINE}, so foreign text must be escaped before it is mixed with them.
 */
public final class ControlCharacterEscaper extends FilterWriter {

  /** Moves to the start of the line and clears it. */
  static final String CLEAR_LINE = "\r\u001b[K";

  /** What the command line itself writes: clearing a line, and the styles of texts and of help. */
  private static final Pattern OWN =
      Pattern.compile("\r\u001b\\[K|\u001b\\[(?:[0-4]|2[1-4]|3[0-79])m");

  private static final int ZERO_WIDTH_NON_JOINER = 0x200C;
  private static final int ZERO_WIDTH_JOINER = 0x200D;

  public ControlCharacterEscaper(Writer out) {
    super(out);
  }

  /** Escapes control characters, but not new lines. */
  public static String text(String text) {
    StringBuilder shown = new StringBuilder(text.length());
    text.codePoints().forEach(c -> append(shown, c, isHarmless(c)));
    return shown.toString();
  }

  /** Escapes control characters and new lines: the text stays on its line. */
  public static String line(String text) {
    StringBuilder shown = new StringBuilder(text.length());
    text.codePoints().forEach(c -> append(shown, c, c != '\n' && isHarmless(c)));
    return shown.toString();
  }

  @Override
  public void write(int c) throws IOException {
    write(String.valueOf((char) c), 0, 1);
  }

  @Override
  public void write(char[] buffer, int offset, int length) throws IOException {
    write(new String(buffer, offset, length), 0, length);
  }

  @Override
  public void write(String text, int offset, int length) throws IOException {
    String part = text.substring(offset, offset + length);
    Matcher own = OWN.matcher(part);
    int from = 0;
    while (own.find()) {
      out.write(text(part.substring(from, own.start())));
      out.write(own.group());
      from = own.end();
    }
    out.write(text(part.substring(from)));
  }

  private static void append(StringBuilder shown, int c, boolean harmless) {
    if (harmless) {
      shown.appendCodePoint(c);
    } else {
      for (char unit : Character.toChars(c)) {
        shown.append(String.format("\\u%04x", (int) unit));
      }
    }
  }

  /** Joiners belong to scripts and emoji; other format characters only mislead. */
  private static boolean isHarmless(int c) {
    return switch (Character.getType(c)) {
      case Character.CONTROL -> c == '\n' || c == '\t';
      case Character.FORMAT -> c == ZERO_WIDTH_NON_JOINER || c == ZERO_WIDTH_JOINER;
      case Character.SURROGATE, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> false;
      default -> true;
    };
  }
}
