package io.dlpo.contracts.metric;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.Optional;

/**
 * How answers are scored. A metric defines the answer format, the same in training and scoring, and
 * which references it can read. The evaluator implements the scoring.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
  @JsonSubTypes.Type(NumberMetric.class),
  @JsonSubTypes.Type(ExactMetric.class),
  @JsonSubTypes.Type(ChoiceMetric.class),
  @JsonSubTypes.Type(ContainsMetric.class),
  @JsonSubTypes.Type(RegexMetric.class),
  @JsonSubTypes.Type(F1Metric.class),
  @JsonSubTypes.Type(JsonMetric.class),
  @JsonSubTypes.Type(ReferenceNumberMetric.class),
  @JsonSubTypes.Type(JudgeMetric.class),
  @JsonSubTypes.Type(WebhookMetric.class)
})
public sealed interface Metric permits RuleMetric, JudgeMetric, WebhookMetric {

  /** The instruction appended to every prompt; empty if the metric requires no format. */
  String answerFormat();

  /** The problem with a reference, for the user; empty if the metric can read it. */
  Optional<String> problemWith(String reference);
}
