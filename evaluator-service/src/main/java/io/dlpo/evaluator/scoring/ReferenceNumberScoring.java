package io.dlpo.evaluator.scoring;

import io.dlpo.contracts.metric.DigitSequences;
import java.util.List;

/**
 * Metric {@code reference-number}: the authors' rule. The first or the last sequence of digits in
 * the reply, or the last word with digits, equals the number of the reference.
 */
final class ReferenceNumberScoring {

  private ReferenceNumberScoring() {}

  static Score score(String reply, String reference) {
    String expected = DigitSequences.lastNumber(reference).orElseThrow();
    List<String> sequences = DigitSequences.in(reply);
    if (sequences.isEmpty()) {
      return Score.wrong("The reply has no number. The right number is " + expected + ".");
    }
    boolean right =
        sequences.getLast().equals(expected)
            || sequences.getFirst().equals(expected)
            || DigitSequences.lastNumber(reply).filter(expected::equals).isPresent();
    return right
        ? Score.right()
        : Score.wrong(
            "The first number of the reply is %s and the last is %s; the right number is %s."
                .formatted(
                    Quotes.quote(sequences.getFirst()),
                    Quotes.quote(sequences.getLast()),
                    expected));
  }
}
