package io.dlpo.evaluator.scoring;

import io.dlpo.contracts.metric.ChoiceMetric;
import java.util.Optional;

/** Metric {@code choice}: the answer line names the same option as the reference. */
final class ChoiceScoring {

  private ChoiceScoring() {}

  static Score score(ChoiceMetric metric, String reply, String reference) {
    return AnswerLine.in(reply)
        .map(line -> score(metric, line, reference))
        .orElseGet(() -> AnswerLine.missing(reference));
  }

  private static Score score(ChoiceMetric metric, AnswerLine line, String reference) {
    Optional<String> named = ChoiceReader.read(metric.options(), line);
    if (named.filter(option -> ChoiceMetric.same(option, reference)).isPresent()) {
      return Score.right();
    }
    return Score.wrong(
        named.isPresent()
            ? "The answer line gives %s; the right option is %s."
                .formatted(Quotes.quote(line.plain()), Quotes.quote(reference))
            : "The answer line gives %s, which is none of the options %s; the right option is %s."
                .formatted(
                    Quotes.quote(line.plain()),
                    Quotes.quote(String.join(", ", metric.options())),
                    Quotes.quote(reference)));
  }
}
