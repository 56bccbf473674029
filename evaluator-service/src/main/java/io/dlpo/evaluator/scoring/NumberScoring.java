package io.dlpo.evaluator.scoring;

import io.dlpo.contracts.metric.Numeral;
import io.dlpo.contracts.metric.Rational;
import io.dlpo.evaluator.scoring.NumberReading.Found;
import io.dlpo.evaluator.scoring.NumberReading.Unreadable;

/** Metric {@code number}: the answer is exactly one number, and it is the right one. */
final class NumberScoring {

  private NumberScoring() {}

  static Score score(String reply, String reference) {
    Rational expected = Numeral.parse(reference).orElseThrow();
    return AnswerLine.in(reply)
        .map(line -> score(line, expected, reference.strip()))
        .orElseGet(() -> AnswerLine.missing(reference.strip()));
  }

  private static Score score(AnswerLine line, Rational expected, String reference) {
    String given = Quotes.quote(line.answer());
    return switch (NumberReader.read(line.plain())) {
      case Found found when found.value().sameAs(expected) -> Score.right();
      case Found found ->
          Score.wrong(
              "The answer line gives %s; the right number is %s.".formatted(given, reference));
      case Unreadable unreadable ->
          Score.wrong(
              "The answer line gives %s, %s. The right number is %s."
                  .formatted(given, unreadable.why(), reference));
    };
  }
}
