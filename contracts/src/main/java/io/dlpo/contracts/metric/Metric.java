package io.dlpo.contracts.metric;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.Optional;

/**
 * How answers are scored. A metric asks for one answer format, in training as in scoring, and says
 * which references it can read; the scoring itself is the evaluator's.
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

  /** The instruction that follows every prompt; empty if the metric asks for no format. */
  String answerFormat();

  /** What is wrong with a reference, in words for the user; empty if the metric can read it. */
  Optional<String> problemWith(String reference);
}
