package io.dlpo.core.run;

import io.dlpo.contracts.id.EvaluationId;
import java.util.List;

/**
 * What a run waits for.
 *
 * @param kind of event
 * @param evaluations that it is about, 1 or more
 */
public record Awaited(Kind kind, List<EvaluationId> evaluations) {

  /** The event that takes the run on. */
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
