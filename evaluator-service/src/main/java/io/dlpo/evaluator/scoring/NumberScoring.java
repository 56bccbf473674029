package io.dlpo.evaluator.scoring;

import io.dlpo.contracts.metric.Numbers;
import java.math.BigDecimal;
import java.util.List;

/** Metric {@code number}: the answer line contains exactly one number, and it is the right one. */
final class NumberScoring {

  private NumberScoring() {}

  static Score score(String reply, String reference) {
    BigDecimal expected = Numbers.parse(reference).orElseThrow();
    return AnswerLine.in(reply)
        .map(line -> score(line, expected, reference))
        .orElseGet(() -> AnswerLine.missing(reference.strip()));
  }

  private static Score score(AnswerLine line, BigDecimal expected, String reference) {
    List<BigDecimal> numbers = Numbers.in(line.plain());
    if (numbers.size() == 1) {
      return numbers.getFirst().compareTo(expected) == 0
          ? Score.right()
          : Score.wrong(
              "The answer line gives %s; the right number is %s."
                  .formatted(Quotes.quote(line.answer()), reference.strip()));
    }
    String count = numbers.isEmpty() ? "no number" : numbers.size() + " numbers";
    return Score.wrong(
        "The answer line gives %s, which holds %s; it must hold exactly one. The right number is %s."
            .formatted(Quotes.quote(line.answer()), count, reference.strip()));
  }
}
