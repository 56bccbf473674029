package io.dlpo.evaluator.aggregate;

import io.dlpo.contracts.evaluation.CallFailure;
import io.dlpo.contracts.evaluation.Mistake;
import io.dlpo.contracts.evaluation.ModelCall;
import io.dlpo.contracts.evaluation.Usage;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What an evaluation keeps of one prediction.
 *
 * @param exampleId the example
 * @param score 0 to 1; null if the call failed
 * @param mistake what the critique is written from; null unless the score is below 1
 * @param failure why there is no score; null if there is one
 * @param call what the call took
 */
public record ScoredPrediction(
    String exampleId,
    @Nullable Double score,
    @Nullable Mistake mistake,
    @Nullable CallFailure failure,
    ModelCall call) {

  public ScoredPrediction {
    Objects.requireNonNull(exampleId, "ScoredPrediction.exampleId is missing");
    Objects.requireNonNull(call, "ScoredPrediction.call is missing");
    if ((score == null) == (failure == null)) {
      throw new IllegalArgumentException(
          "ScoredPrediction has score and failure "
              + (score == null ? "both missing" : "both set")
              + "; allowed is exactly one");
    }
  }

  /** Calls and tokens; a failure counts if its call got a reply, which then was not usable. */
  Usage usage() {
    return failure != null && call.equals(ModelCall.NONE) ? Usage.NONE : Usage.of(call);
  }
}
