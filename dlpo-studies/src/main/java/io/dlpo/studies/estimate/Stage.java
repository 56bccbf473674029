package io.dlpo.studies.estimate;

import io.dlpo.contracts.evaluation.Engine;
import io.dlpo.contracts.metric.JudgeMetric;
import io.dlpo.contracts.metric.Metric;
import io.dlpo.core.run.CallPurpose;
import io.dlpo.core.run.RunSettings;
import java.util.Optional;

/** What calls are made for, in the order in which a step makes them. */
public enum Stage {
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
  /** Scoring by a model, in all evaluations. */
  JUDGE(Role.JUDGE);

  private final Role role;

  Stage(Role role) {
    this.role = role;
  }

  /** Which of the run's models is called. */
  public enum Role {
    FORWARD,
    BACKWARD,
    JUDGE;

    /** The model; empty for the judge of a run that has none. */
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

  /** The judge among the metrics. */
  static Optional<JudgeMetric> judge(Metric metric) {
    return metric instanceof JudgeMetric judge ? Optional.of(judge) : Optional.empty();
  }

  /** Each purpose of a call is a stage of the same name; a judge's calls are one more. */
  static Stage of(CallPurpose purpose) {
    return valueOf(purpose.name());
  }
}
