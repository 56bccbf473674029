package io.dlpo.evaluator.scoring;

import io.dlpo.contracts.metric.ChoiceMetric;
import io.dlpo.contracts.metric.ContainsMetric;
import io.dlpo.contracts.metric.ExactMetric;
import io.dlpo.contracts.metric.F1Metric;
import io.dlpo.contracts.metric.JsonMetric;
import io.dlpo.contracts.metric.NumberMetric;
import io.dlpo.contracts.metric.ReferenceNumberMetric;
import io.dlpo.contracts.metric.RegexMetric;
import io.dlpo.contracts.metric.RuleMetric;

/** Scores replies by rule. */
public final class Scoring {

  private Scoring() {}

  /**
   * Scores a reply.
   *
   * @param reply the complete reply of the model
   * @throws UnreadableReferenceException if the metric cannot read the reference
   */
  public static Score score(RuleMetric metric, String reply, String reference) {
    metric
        .problemWith(reference)
        .ifPresent(
            problem -> {
              throw new UnreadableReferenceException(reference, problem);
            });
    return switch (metric) {
      case NumberMetric number -> NumberScoring.score(reply, reference);
      case ExactMetric exact -> ExactScoring.score(exact, reply, reference);
      case ChoiceMetric choice -> ChoiceScoring.score(choice, reply, reference);
      case ContainsMetric contains -> ContainsScoring.score(contains, reply, reference);
      case RegexMetric regex -> RegexScoring.score(regex, reply, reference);
      case F1Metric f1 -> F1Scoring.score(reply, reference);
      case JsonMetric json -> JsonScoring.score(json, reply, reference);
      case ReferenceNumberMetric number -> ReferenceNumberScoring.score(reply, reference);
    };
  }
}
