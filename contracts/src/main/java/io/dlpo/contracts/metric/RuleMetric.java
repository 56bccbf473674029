package io.dlpo.contracts.metric;

import com.fasterxml.jackson.annotation.JsonTypeInfo;

/** A metric that scores by a rule: the same answer has the same score, at once and at no cost. */
// As Metric has it; what draws the schemas looks no further than here.
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
public sealed interface RuleMetric extends Metric
    permits NumberMetric,
        ExactMetric,
        ChoiceMetric,
        ContainsMetric,
        RegexMetric,
        F1Metric,
        JsonMetric,
        ReferenceNumberMetric {}
