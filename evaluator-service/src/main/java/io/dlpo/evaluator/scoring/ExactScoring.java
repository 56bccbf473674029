package io.dlpo.evaluator.scoring;

import io.dlpo.contracts.metric.ExactMetric;

/** Metric {@code exact}: the answer line equals the reference; white space is normalized. */
final class ExactScoring {

  private ExactScoring() {}

  static Score score(ExactMetric metric, String reply, String reference) {
    boolean ignoreCase = Boolean.TRUE.equals(metric.ignoreCase());
    return AnswerLine.in(reply)
        .map(line -> score(line, reference, ignoreCase))
        .orElseGet(() -> AnswerLine.missing(reference));
  }

  private static Score score(AnswerLine line, String reference, boolean ignoreCase) {
    // The reference itself may have Markdown, quotation marks or a full stop.
    boolean same =
        line.readings().stream().anyMatch(reading -> Quotes.same(reading, reference, ignoreCase));
    return same
        ? Score.right()
        : Score.wrong(
            "The answer line gives %s; expected was exactly %s."
                .formatted(Quotes.quote(line.answer()), Quotes.quote(reference)));
  }
}
