package io.dlpo.events.log;

/** Text of one line that no terminal obeys. */
final class PrintableText {

  private static final int LINE_SEPARATOR = 0x2028;
  private static final int PARAGRAPH_SEPARATOR = 0x2029;

  private PrintableText() {}

  /** Whether a text has nothing to escape. Tabs are harmless. */
  static boolean isPrintable(String text) {
    return text.chars().noneMatch(PrintableText::isControl);
  }

  /** Escapes the control characters of a text, as Java does. */
  static String of(String text) {
    StringBuilder escaped = new StringBuilder(text.length());
    text.chars()
        .forEach(
            c -> {
              if (c == '\n') {
                escaped.append("\\n");
              } else if (c == '\r') {
                escaped.append("\\r");
              } else if (isControl(c)) {
                escaped.append("\\u%04x".formatted(c));
              } else {
                escaped.append((char) c);
              }
            });
    return escaped.toString();
  }

  private static boolean isControl(int c) {
    return (Character.isISOControl(c) && c != '\t')
        || c == LINE_SEPARATOR
        || c == PARAGRAPH_SEPARATOR;
  }
}
