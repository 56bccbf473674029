package io.dlpo.evaluator.text;

/** Cuts texts of unknown length. */
public final class Texts {

  private static final String MARK = "…";

  private Texts() {}

  /**
   * The text, or its beginning and a mark if it is longer than the limit.
   *
   * @param limit longest result without the mark, in UTF-16 units; a pair of surrogates stays whole
   */
  public static String cut(String text, int limit) {
    if (text.length() <= limit) {
      return text;
    }
    int end = Character.isHighSurrogate(text.charAt(limit - 1)) ? limit - 1 : limit;
    return text.substring(0, end) + MARK;
  }
}
