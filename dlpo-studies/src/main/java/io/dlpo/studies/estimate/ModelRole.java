package io.dlpo.studies.estimate;

import io.dlpo.contracts.evaluation.CallPurpose;
import io.dlpo.contracts.evaluation.Engine;
import io.dlpo.contracts.metric.JudgeMetric;
import io.dlpo.contracts.metric.Metric;
import io.dlpo.core.run.RunSettings;
import java.util.Optional;

/** The models of a run. */
enum ModelRole {
  FORWARD,
  BACKWARD,
  JUDGE;

  /** Returns the role of the model that answers calls with a purpose. */
  static ModelRole of(CallPurpose purpose) {
    return switch (purpose) {
      case BATCH, SCREENING, ACCEPTANCE, VALIDATION, TEST -> FORWARD;
      case CRITIQUE, REDUCTION, CONTRAST, UPDATE, REGULARIZATION -> BACKWARD;
      case JUDGE -> JUDGE;
    };
  }

  /** Returns the model. Empty for the judge if the run has none. */
  Optional<Engine> engine(RunSettings settings) {
    return switch (this) {
      case FORWARD -> Optional.of(settings.engines().forward());
      case BACKWARD -> Optional.of(settings.engines().backward());
      case JUDGE -> judge(settings.metric()).map(JudgeMetric::engine);
    };
  }

  /** Returns the judge metric, if the metric is one. */
  static Optional<JudgeMetric> judge(Metric metric) {
    return metric instanceof JudgeMetric judge ? Optional.of(judge) : Optional.empty();
  }
}
