package io.dlpo.evaluator.scoring;

import io.dlpo.contracts.evaluation.CallFailure;
import io.dlpo.contracts.evaluation.ModelCall;
import java.util.List;
import java.util.Objects;

/** What came of having an answer scored by somebody else. */
public sealed interface Assessment {

  /** The model calls it took, of those that got a reply. */
  List<ModelCall> calls();

  /**
   * There is a score.
   *
   * @param score how right the answer is
   * @param calls the model calls it took
   */
  record Scored(Score score, List<ModelCall> calls) implements Assessment {

    public Scored {
      Objects.requireNonNull(score, "Scored.score is missing");
      calls = List.copyOf(calls);
    }
  }

  /**
   * There is no score, which says nothing of the answer.
   *
   * @param failure why, for the user
   * @param calls the model calls that got a reply all the same
   */
  record Failed(CallFailure failure, List<ModelCall> calls) implements Assessment {

    public Failed {
      Objects.requireNonNull(failure, "Failed.failure is missing");
      calls = List.copyOf(calls);
    }
  }
}
