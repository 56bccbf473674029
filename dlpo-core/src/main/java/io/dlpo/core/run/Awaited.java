package io.dlpo.core.run;

import io.dlpo.contracts.id.EvaluationId;
import java.util.List;

/**
 * The events that a run waits for.
 *
 * @param kind kind of the event
 * @param evaluations the evaluations that the events belong to, 1 or more
 */
public record Awaited(Kind kind, List<EvaluationId> evaluations) {

  /** The kind of event that continues the run. */
  public enum Kind {
    SCORE,
    GRADIENT
  }

  public Awaited {
    evaluations = List.copyOf(evaluations);
  }

  static Awaited score(EvaluationId evaluation) {
    return new Awaited(Kind.SCORE, List.of(evaluation));
  }

  static Awaited gradient(EvaluationId evaluation) {
    return new Awaited(Kind.GRADIENT, List.of(evaluation));
  }
}
