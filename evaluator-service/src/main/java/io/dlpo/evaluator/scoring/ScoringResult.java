package io.dlpo.evaluator.scoring;

import io.dlpo.contracts.evaluation.CallFailure;
import io.dlpo.contracts.evaluation.ModelCall;
import java.util.List;
import java.util.Objects;

/** The result of scoring an answer with a judge or a webhook. */
public sealed interface ScoringResult {

  /** The model calls that got a reply or were paid without one. */
  List<ModelCall> calls();

  /** What the run should know about the model, such as a parameter that it does not take. */
  List<String> notes();

  /**
   * There is a score.
   *
   * @param score the score
   * @param calls the model calls
   * @param notes what the run should know about the model
   */
  record Scored(Score score, List<ModelCall> calls, List<String> notes) implements ScoringResult {

    public Scored {
      Objects.requireNonNull(score, "Scored.score is missing");
      calls = List.copyOf(calls);
      notes = List.copyOf(notes);
    }

    /** A score without notes. */
    public Scored(Score score, List<ModelCall> calls) {
      this(score, calls, List.of());
    }
  }

  /**
   * There is no score. This says nothing about the answer.
   *
   * @param failure the reason, for the user
   * @param calls the model calls that were paid nevertheless
   * @param notes what the run should know about the model
   */
  record Failed(CallFailure failure, List<ModelCall> calls, List<String> notes)
      implements ScoringResult {

    public Failed {
      Objects.requireNonNull(failure, "Failed.failure is missing");
      calls = List.copyOf(calls);
      notes = List.copyOf(notes);
    }

    /** A failure without notes. */
    public Failed(CallFailure failure, List<ModelCall> calls) {
      this(failure, calls, List.of());
    }
  }
}
