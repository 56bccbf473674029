package io.dlpo.cli.terminal;

import java.util.regex.Pattern;

/** How many columns of a terminal a text takes. */
final class DisplayWidth {

  private static final Pattern STYLE = Pattern.compile("\u001b\\[[0-9;]*m");
  private static final String ELLIPSIS = "…";

  private DisplayWidth() {}

  static int of(String text) {
    return STYLE.matcher(text).replaceAll("").codePoints().map(DisplayWidth::of).sum();
  }

  /** Combining characters take no column, and those of East Asian scripts and emoji two. */
  private static int of(int c) {
    return switch (Character.getType(c)) {
      case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK, Character.FORMAT -> 0;
      default -> isWide(c) ? 2 : 1;
    };
  }

  private static boolean isWide(int c) {
    return (c >= 0x1100 && c <= 0x115F)
        || (c >= 0x2E80 && c <= 0xA4CF)
        || (c >= 0xAC00 && c <= 0xD7A3)
        || (c >= 0xF900 && c <= 0xFAFF)
        || (c >= 0xFE30 && c <= 0xFE6F)
        || (c >= 0xFF00 && c <= 0xFF60)
        || (c >= 0xFFE0 && c <= 0xFFE6)
        || (c >= 0x1F300 && c <= 0x1FAFF)
        || (c >= 0x20000 && c <= 0x3FFFD);
  }

  /** The longest beginning of a plain text that fits; at least one character. */
  static String prefix(String text, int columns) {
    int end = 0;
    int used = 0;
    while (end < text.length()) {
      int c = text.codePointAt(end);
      used += of(c);
      if (used > columns && end > 0) {
        break;
      }
      end += Character.charCount(c);
    }
    return text.substring(0, end);
  }

  /** A plain text that fits; what is cut is marked with an ellipsis. */
  static String truncated(String text, int columns) {
    return of(text) <= columns ? text : prefix(text, Math.max(1, columns - 1)) + ELLIPSIS;
  }
}
