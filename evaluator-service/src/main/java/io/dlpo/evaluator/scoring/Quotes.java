package io.dlpo.evaluator.scoring;

import io.dlpo.contracts.metric.NormalizedText;
import io.dlpo.evaluator.text.Texts;
import java.util.List;
import java.util.stream.Collectors;

/** Excerpts of a reply for feedback sentences: on one line and short. */
final class Quotes {

  private static final int MAX_QUOTE = 200;
  private static final int MAX_PIECES = 5;

  private Quotes() {}

  static String quote(String text) {
    return '"' + piece(text) + '"';
  }

  /** An excerpt without quotation marks. */
  static String piece(String text) {
    return Texts.cut(fold(text), MAX_QUOTE);
  }

  /** The first few excerpts, and how many more there are. */
  static String some(List<String> pieces) {
    String first = pieces.stream().limit(MAX_PIECES).collect(Collectors.joining("; "));
    int left = pieces.size() - MAX_PIECES;
    return left > 0 ? first + "; and " + left + " more" : first;
  }

  /** The text with white space normalized to single blanks. */
  static String fold(String text) {
    return text.strip().replaceAll("\\s+", " ");
  }

  /** Whether two texts are equal as {@linkplain NormalizedText normalized}. */
  static boolean same(String one, String other, boolean ignoreCase) {
    String left = NormalizedText.of(one);
    String right = NormalizedText.of(other);
    return ignoreCase ? left.equalsIgnoreCase(right) : left.equals(right);
  }
}
