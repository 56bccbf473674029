package io.dlpo.studies.estimate;

import io.dlpo.contracts.evaluation.Engine;
import io.dlpo.contracts.metric.JudgeMetric;
import io.dlpo.contracts.metric.Metric;
import io.dlpo.core.run.CallPurpose;
import io.dlpo.core.run.RunSettings;
import java.util.Optional;

/** The stages of a run that call models, in the order of a step. */
public enum EstimateStage {
  BATCH(Role.FORWARD),
  CRITIQUE(Role.BACKWARD),
  REDUCTION(Role.BACKWARD),
  CONTRAST(Role.BACKWARD),
  UPDATE(Role.BACKWARD),
  REGULARIZATION(Role.BACKWARD),
  SCREENING(Role.FORWARD),
  ACCEPTANCE(Role.FORWARD),
  VALIDATION(Role.FORWARD),
  TEST(Role.FORWARD),
  /** Scoring by a judge model, in all evaluations. */
  JUDGE(Role.JUDGE);

  private final Role role;

  EstimateStage(Role role) {
    this.role = role;
  }

  /** The models of a run. */
  public enum Role {
    FORWARD,
    BACKWARD,
    JUDGE;

    /** The model; empty for the judge if the run has none. */
    Optional<Engine> engine(RunSettings settings) {
      return switch (this) {
        case FORWARD -> Optional.of(settings.engines().forward());
        case BACKWARD -> Optional.of(settings.engines().backward());
        case JUDGE -> judge(settings.metric()).map(JudgeMetric::engine);
      };
    }
  }

  Role role() {
    return role;
  }

  /** The judge metric, if the metric is one. */
  static Optional<JudgeMetric> judge(Metric metric) {
    return metric instanceof JudgeMetric judge ? Optional.of(judge) : Optional.empty();
  }

  /** The stage with the same name as the purpose. A judge's calls have a stage but no purpose. */
  static EstimateStage of(CallPurpose purpose) {
    return valueOf(purpose.name());
  }
}
