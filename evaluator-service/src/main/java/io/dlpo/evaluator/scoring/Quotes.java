package io.dlpo.evaluator.scoring;

import io.dlpo.evaluator.text.Texts;
import java.util.List;
import java.util.stream.Collectors;

/** Pieces of a reply within a feedback sentence: folded to one line and short. */
final class Quotes {

  private static final int MAX_QUOTE = 200;
  private static final int MAX_PIECES = 5;

  private Quotes() {}

  static String quote(String text) {
    return '"' + piece(text) + '"';
  }

  /** The same without quotation marks. */
  static String piece(String text) {
    return Texts.cut(fold(text), MAX_QUOTE);
  }

  /** The first of some pieces, and how many more there are. */
  static String some(List<String> pieces) {
    String first = pieces.stream().limit(MAX_PIECES).collect(Collectors.joining("; "));
    int left = pieces.size() - MAX_PIECES;
    return left > 0 ? first + "; and " + left + " more" : first;
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
