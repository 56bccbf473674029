package io.dlpo.evaluator.scoring;

import io.dlpo.contracts.metric.DigitRows;
import java.util.List;

/**
 * Metric {@code reference-number}: the authors' rule. The last row of digits of the reply, the
 * first, or the last word with digits is the reference's number.
 */
final class ReferenceNumberScoring {

  private ReferenceNumberScoring() {}

  static Score score(String reply, String reference) {
    String expected = DigitRows.lastNumber(reference).orElseThrow();
    List<String> rows = DigitRows.in(reply);
    if (rows.isEmpty()) {
      return Score.wrong("The reply has no number. The right number is " + expected + ".");
    }
    boolean right =
        rows.getLast().equals(expected)
            || rows.getFirst().equals(expected)
            || DigitRows.lastNumber(reply).filter(expected::equals).isPresent();
    return right
        ? Score.right()
        : Score.wrong(
            "The first number of the reply is %s and the last is %s; the right number is %s."
                .formatted(Quotes.quote(rows.getFirst()), Quotes.quote(rows.getLast()), expected));
  }
}
