package io.dlpo.core.prompt;

/** Chinese and Japanese text, whose sentences stand side by side without white space. */
public final class CjkText {

  private static final String CLOSING = "\u201d\u2019\"')";

  private CjkText() {}

  /** Whether two sentences are joined without white space, because both are of such a script. */
  public static boolean joins(String left, String right) {
    return endsIn(left) && right.codePoints().anyMatch(CjkText::is);
  }

  private static boolean endsIn(String text) {
    int end = text.length();
    while (end > 0 && CLOSING.indexOf(text.charAt(end - 1)) >= 0) {
      end--;
    }
    return end > 0 && is(text.codePointBefore(end));
  }

  /** Whether a character is Chinese or Japanese, including the punctuation of full width. */
  static boolean is(int c) {
    if (c > 0x3000 && c < 0x3040) {
      return true;
    }
    if (c > 0xff00 && c < 0xff66) {
      return true;
    }
    return switch (Character.UnicodeScript.of(c)) {
      case HAN, HIRAGANA, KATAKANA, BOPOMOFO -> true;
      default -> false;
    };
  }
}
