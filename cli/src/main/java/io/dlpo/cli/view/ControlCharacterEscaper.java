package io.dlpo.cli.view;

import java.io.FilterWriter;
import java.io.IOException;
import java.io.Writer;

/**
 * What a terminal gets: text of models, datasets and specs can hold characters that a terminal
 * obeys or that change how a line reads, and these are shown by their numbers, as JSON writes them.
 * In JSON that is the same character, so JSON stays what it was. New lines and tabs pass, and so
 * does the one sequence that the views themselves use.
 */
public final class ControlCharacterEscaper extends FilterWriter {

  /** Goes to the beginning of the line and clears it. */
  static final String CLEAR_LINE = "\r\u001b[K";

  private static final int ZERO_WIDTH_NON_JOINER = 0x200C;
  private static final int ZERO_WIDTH_JOINER = 0x200D;

  public ControlCharacterEscaper(Writer out) {
    super(out);
  }

  /** A text of many lines with nothing in it that a terminal would obey. */
  public static String text(String text) {
    StringBuilder shown = new StringBuilder(text.length());
    text.codePoints().forEach(c -> append(shown, c, isHarmless(c)));
    return shown.toString();
  }

  /** The same within one line: a new line is shown as its number. */
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
    int from = 0;
    for (int own = part.indexOf(CLEAR_LINE); own >= 0; own = part.indexOf(CLEAR_LINE, from)) {
      out.write(text(part.substring(from, own)));
      out.write(CLEAR_LINE);
      from = own + CLEAR_LINE.length();
    }
    out.write(text(part.substring(from)));
  }

  private static void append(StringBuilder shown, int c, boolean asItIs) {
    if (asItIs) {
      shown.appendCodePoint(c);
    } else {
      for (char unit : Character.toChars(c)) {
        shown.append(String.format("\\u%04x", (int) unit));
      }
    }
  }

  /** Joiners are part of scripts and of emoji; other characters of their kind only mislead. */
  private static boolean isHarmless(int c) {
    return switch (Character.getType(c)) {
      case Character.CONTROL -> c == '\n' || c == '\t';
      case Character.FORMAT -> c == ZERO_WIDTH_NON_JOINER || c == ZERO_WIDTH_JOINER;
      case Character.SURROGATE, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> false;
      default -> true;
    };
  }
}
