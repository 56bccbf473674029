package io.dlpo.evaluator.scoring;

import io.dlpo.contracts.evaluation.CallFailure;
import io.dlpo.contracts.evaluation.ModelCall;
import java.util.List;
import java.util.Objects;

/** The result of scoring an answer with a judge or a webhook. */
public sealed interface ScoringResult {

  /** The model calls that got a reply. */
  List<ModelCall> calls();

  /**
   * There is a score.
   *
   * @param score the score
   * @param calls the model calls
   */
  record Scored(Score score, List<ModelCall> calls) implements ScoringResult {

    public Scored {
      Objects.requireNonNull(score, "Scored.score is missing");
      calls = List.copyOf(calls);
    }
  }

  /**
   * There is no score. This says nothing about the answer.
   *
   * @param failure the reason, for the user
   * @param calls the model calls that got a reply nevertheless
   */
  record Failed(CallFailure failure, List<ModelCall> calls) implements ScoringResult {

    public Failed {
      Objects.requireNonNull(failure, "Failed.failure is missing");
      calls = List.copyOf(calls);
    }
  }
}
