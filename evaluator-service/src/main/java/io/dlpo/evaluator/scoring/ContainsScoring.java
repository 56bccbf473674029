package io.dlpo.evaluator.scoring;

import io.dlpo.contracts.metric.ContainsMetric;
import io.dlpo.contracts.metric.NormalizedText;
import java.util.Locale;

/**
 * Metric {@code contains}: the reply contains the reference anywhere; both texts are normalized.
 */
final class ContainsScoring {

  private ContainsScoring() {}

  static Score score(ContainsMetric metric, String reply, String reference) {
    String text = NormalizedText.of(reply);
    String wanted = NormalizedText.of(reference);
    boolean found =
        Boolean.TRUE.equals(metric.ignoreCase())
            ? text.toLowerCase(Locale.ROOT).contains(wanted.toLowerCase(Locale.ROOT))
            : text.contains(wanted);
    return found
        ? Score.right()
        : Score.wrong("The reply does not contain " + Quotes.quote(reference) + ".");
  }
}
