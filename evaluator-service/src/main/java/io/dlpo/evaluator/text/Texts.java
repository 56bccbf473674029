package io.dlpo.evaluator.text;

/** Truncates texts. */
public final class Texts {

  private static final String MARK = "…";

  private Texts() {}

  /**
   * The text, truncated and marked with an ellipsis if it is longer than the limit.
   *
   * @param limit maximum length without the ellipsis, in UTF-16 units; surrogate pairs are not
   *     split
   */
  public static String cut(String text, int limit) {
    if (text.length() <= limit) {
      return text;
    }
    int end = Character.isHighSurrogate(text.charAt(limit - 1)) ? limit - 1 : limit;
    return text.substring(0, end) + MARK;
  }
}
