package io.dlpo.contracts.metric;

import com.fasterxml.jackson.annotation.JsonTypeInfo;

/** A metric that scores by a rule: deterministic, immediate and free. */
// Repeated from Metric, since the schema generator does not read it there.
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
