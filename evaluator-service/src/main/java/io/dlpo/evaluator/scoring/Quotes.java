package io.dlpo.evaluator.scoring;

import io.dlpo.evaluator.text.Texts;

/** Pieces of a reply within a feedback sentence: folded to one line and short. */
final class Quotes {

  private static final int MAX_QUOTE = 200;

  private Quotes() {}

  static String quote(String text) {
    return '"' + Texts.cut(fold(text), MAX_QUOTE) + '"';
  }

  /** The text with every stretch of white space as one blank, and none around it. */
  static String fold(String text) {
    return text.strip().replaceAll("\\s+", " ");
  }

  /** Whether two texts are the same, white space folded. */
  static boolean same(String one, String other, boolean ignoreCase) {
    String left = fold(one);
    String right = fold(other);
    return ignoreCase ? left.equalsIgnoreCase(right) : left.equals(right);
  }
}
