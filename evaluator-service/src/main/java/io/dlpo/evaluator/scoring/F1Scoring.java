package io.dlpo.evaluator.scoring;

import io.dlpo.contracts.metric.AnswerTokens;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Metric {@code f1}: F1 score over the tokens of answer line and reference. */
final class F1Scoring {

  private F1Scoring() {}

  static Score score(String reply, String reference) {
    return AnswerLine.in(reply)
        .map(line -> score(line, reference))
        .orElseGet(() -> AnswerLine.missing(reference));
  }

  private static Score score(AnswerLine line, String reference) {
    List<String> given = AnswerTokens.of(line.plain());
    List<String> wanted = AnswerTokens.of(reference);
    List<String> missing = without(wanted, given);
    List<String> needless = without(given, wanted);
    if (missing.isEmpty() && needless.isEmpty()) {
      return Score.right();
    }
    int common = wanted.size() - missing.size();
    double value = 2.0 * common / (wanted.size() + given.size());
    return new Score(
        value,
        String.format(
            Locale.ROOT,
            "The answer line gives %s; expected was %s. F1 over their words is %.2f%s%s.",
            Quotes.quote(line.answer()),
            Quotes.quote(reference),
            value,
            words("missing", missing),
            words("not expected", needless)));
  }

  /** The words without others, as a multiset difference. */
  private static List<String> without(List<String> words, List<String> others) {
    List<String> left = new ArrayList<>(words);
    others.forEach(left::remove);
    return left;
  }

  private static String words(String label, List<String> words) {
    return words.isEmpty() ? "" : "; " + label + ": " + Quotes.quote(String.join(" ", words));
  }
}
