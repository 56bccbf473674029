package io.dlpo.evaluator.aggregate;

import io.dlpo.contracts.evaluation.CallFailure;
import io.dlpo.contracts.evaluation.Mistake;
import io.dlpo.contracts.evaluation.ModelCall;
import io.dlpo.contracts.evaluation.Usage;
import java.util.List;
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
 * @param judgeCalls what the judge's calls took, of those that got a reply; empty if a rule scored
 */
public record ScoredPrediction(
    String exampleId,
    @Nullable Double score,
    @Nullable Mistake mistake,
    @Nullable CallFailure failure,
    ModelCall call,
    List<ModelCall> judgeCalls) {

  public ScoredPrediction {
    Objects.requireNonNull(exampleId, "ScoredPrediction.exampleId is missing");
    Objects.requireNonNull(call, "ScoredPrediction.call is missing");
    judgeCalls = judgeCalls == null ? List.of() : List.copyOf(judgeCalls);
    if ((score == null) == (failure == null)) {
      throw new IllegalArgumentException(
          "ScoredPrediction has score and failure "
              + (score == null ? "both missing" : "both set")
              + "; allowed is exactly one");
    }
  }

  /** What an evaluation keeps of a prediction that no judge was asked about. */
  public ScoredPrediction(
      String exampleId,
      @Nullable Double score,
      @Nullable Mistake mistake,
      @Nullable CallFailure failure,
      ModelCall call) {
    this(exampleId, score, mistake, failure, call, List.of());
  }

  /**
   * Calls and tokens, the judge's included; a failure counts if its call got a reply, which then
   * was not usable.
   */
  Usage usage() {
    boolean replied = failure == null || !call.equals(ModelCall.NONE);
    return (replied ? Usage.of(call) : Usage.NONE).plus(judgeUsage());
  }

  /** The judge's part of it. */
  Usage judgeUsage() {
    return judgeCalls.stream().map(Usage::of).reduce(Usage.NONE, Usage::plus);
  }

  /** From the question to the score. */
  long latencyMillis() {
    return call.latencyMillis() + judgeCalls.stream().mapToLong(ModelCall::latencyMillis).sum();
  }
}
