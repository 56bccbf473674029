package io.dlpo.cli.terminal;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Breaks a text at word boundaries; the lines after the first are indented. */
final class TextWrapper {

  private static final Pattern WORD = Pattern.compile("(\\S*)( *)");

  private final int width;
  private final int indent;
  private final StringBuilder wrapped = new StringBuilder();
  private int column;
  private boolean wordOnLine;

  private TextWrapper(String prefix, int width) {
    this.width = width;
    this.column = DisplayWidth.of(prefix);
    // A long prefix on a narrow terminal must not leave a strip of single words.
    this.indent = Math.min(column, width / 3);
    this.wrapped.append(prefix);
  }

  /**
   * A text after its prefix.
   *
   * @param prefix starts the first line; the other lines are indented by its width
   * @param width the columns of a line
   */
  static String wrap(String prefix, String text, int width) {
    TextWrapper wrapper = new TextWrapper(prefix, width);
    boolean first = true;
    for (String line : text.split("\n", -1)) {
      if (!first) {
        wrapper.breakLine();
      }
      wrapper.append(line);
      first = false;
    }
    return wrapper.wrapped.toString().stripTrailing();
  }

  private void append(String line) {
    Matcher words = WORD.matcher(line);
    while (words.find() && !words.group().isEmpty()) {
      word(words.group(1));
      wrapped.append(words.group(2));
      column += words.group(2).length();
    }
  }

  private void word(String word) {
    String rest = word;
    if (column + DisplayWidth.of(rest) > width && (wordOnLine || column > indent)) {
      breakLine();
    }
    while (DisplayWidth.of(rest) > width - indent) {
      String part = DisplayWidth.prefix(rest, width - indent);
      wrapped.append(part);
      breakLine();
      rest = rest.substring(part.length());
    }
    wrapped.append(rest);
    column += DisplayWidth.of(rest);
    wordOnLine = true;
  }

  private void breakLine() {
    int end = wrapped.length();
    while (end > 0 && wrapped.charAt(end - 1) == ' ') {
      end--;
    }
    wrapped.setLength(end);
    wrapped.append(System.lineSeparator()).append(" ".repeat(indent));
    column = indent;
    wordOnLine = false;
  }
}
