package io.dlpo.studies.experiment.report;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Writes HTML and SVG. All text and every attribute's value is escaped here and nowhere else, so
 * nothing that a user or a model wrote is taken for markup.
 */
public final class Markup {

  private final StringBuilder out = new StringBuilder();
  private final Deque<String> open = new ArrayDeque<>();

  /**
   * Begins an element.
   *
   * @param attributes names and values by turns
   */
  public Markup open(String element, String... attributes) {
    tag(element, attributes);
    open.push(element);
    return this;
  }

  /** Ends the element that was begun last. */
  public Markup close() {
    out.append("</").append(open.pop()).append('>');
    return this;
  }

  /** An element with text only. */
  public Markup element(String element, String text, String... attributes) {
    return open(element, attributes).text(text).close();
  }

  /** An element that has no end tag in HTML, such as meta. */
  public Markup single(String element, String... attributes) {
    tag(element, attributes);
    return this;
  }

  /** Text between tags. */
  public Markup text(String text) {
    out.append(escaped(text));
    return this;
  }

  /** A line's end, for people who read the source. */
  public Markup newline() {
    out.append('\n');
    return this;
  }

  /** What was written; every element must be closed. */
  public String written() {
    if (!open.isEmpty()) {
      throw new IllegalStateException("the elements " + open + " are not closed");
    }
    return out.toString();
  }

  private void tag(String element, String... attributes) {
    out.append('<').append(element);
    for (int i = 0; i < attributes.length; i += 2) {
      out.append(' ').append(attributes[i]).append("=\"");
      out.append(escaped(attributes[i + 1])).append('"');
    }
    out.append('>');
  }

  private static String escaped(String text) {
    StringBuilder escaped = new StringBuilder(text.length());
    text.chars().forEach(character -> escape((char) character, escaped));
    return escaped.toString();
  }

  private static void escape(char character, StringBuilder escaped) {
    switch (character) {
      case '&' -> escaped.append("&amp;");
      case '<' -> escaped.append("&lt;");
      case '>' -> escaped.append("&gt;");
      case '"' -> escaped.append("&quot;");
      case '\'' -> escaped.append("&#39;");
      case '\n', '\t' -> escaped.append(character);
      default -> escaped.append(Character.isISOControl(character) ? '\uFFFD' : character);
    }
  }
}
