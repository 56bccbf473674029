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
  @JsonSubTypes.Type(value = NumberMetric.class, name = "number"),
  @JsonSubTypes.Type(value = ExactMetric.class, name = "exact"),
  @JsonSubTypes.Type(value = ChoiceMetric.class, name = "choice"),
  @JsonSubTypes.Type(value = ContainsMetric.class, name = "contains"),
  @JsonSubTypes.Type(value = RegexMetric.class, name = "regex"),
  @JsonSubTypes.Type(value = F1Metric.class, name = "f1"),
  @JsonSubTypes.Type(value = JsonMetric.class, name = "json"),
  @JsonSubTypes.Type(value = ReferenceNumberMetric.class, name = "reference-number")
})
public sealed interface Metric
    permits NumberMetric,
        ExactMetric,
        ChoiceMetric,
        ContainsMetric,
        RegexMetric,
        F1Metric,
        JsonMetric,
        ReferenceNumberMetric {

  /** The instruction that follows every prompt; empty if the metric asks for no format. */
  String answerFormat();

  /** What is wrong with a reference, in words for the user; empty if the metric can read it. */
  Optional<String> problemWith(String reference);
}
