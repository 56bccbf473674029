package io.dlpo.evaluator.aggregate;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.dlpo.contracts.evaluation.CallFailure;
import io.dlpo.contracts.evaluation.Mistake;
import io.dlpo.contracts.evaluation.ModelCall;
import io.dlpo.contracts.evaluation.Usage;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A scored prediction, as an evaluation stores it.
 *
 * @param exampleId the example
 * @param score 0 to 1; null if the call failed
 * @param mistake the input for the critique; null unless the score is below 1
 * @param failure why there is no score; null if there is one
 * @param call tokens and latency of the forward call
 * @param judgeCalls tokens and latency of the judge calls that got a reply; empty if there was no
 *     judge
 * @param notes what the run should know about its models; empty if there is nothing
 */
public record ScoredPrediction(
    String exampleId,
    @Nullable Double score,
    @Nullable Mistake mistake,
    @Nullable CallFailure failure,
    ModelCall call,
    List<ModelCall> judgeCalls,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> notes) {

  public ScoredPrediction {
    Objects.requireNonNull(exampleId, "ScoredPrediction.exampleId is missing");
    Objects.requireNonNull(call, "ScoredPrediction.call is missing");
    judgeCalls = judgeCalls == null ? List.of() : List.copyOf(judgeCalls);
    notes = notes == null ? List.of() : List.copyOf(notes);
    if ((score == null) == (failure == null)) {
      throw new IllegalArgumentException(
          "ScoredPrediction has score and failure "
              + (score == null ? "both missing" : "both set")
              + "; exactly one must be set");
    }
  }

  /** A prediction without notes. */
  public ScoredPrediction(
      String exampleId,
      @Nullable Double score,
      @Nullable Mistake mistake,
      @Nullable CallFailure failure,
      ModelCall call,
      List<ModelCall> judgeCalls) {
    this(exampleId, score, mistake, failure, call, judgeCalls, List.of());
  }

  /** A prediction that was scored without a judge. */
  public ScoredPrediction(
      String exampleId,
      @Nullable Double score,
      @Nullable Mistake mistake,
      @Nullable CallFailure failure,
      ModelCall call) {
    this(exampleId, score, mistake, failure, call, List.of());
  }

  /**
   * Calls and tokens, including those of the judge. A failed call counts if it was paid, because
   * its reply was unusable.
   */
  Usage usage() {
    boolean replied = failure == null || !call.equals(ModelCall.NONE);
    return (replied ? Usage.of(call) : Usage.NONE).plus(judgeUsage());
  }

  /** Calls and tokens of the judge. */
  Usage judgeUsage() {
    return judgeCalls.stream().map(Usage::of).reduce(Usage.NONE, Usage::plus);
  }

  /** Latency from the forward call to the score. */
  long latencyMillis() {
    return call.latencyMillis() + judgeCalls.stream().mapToLong(ModelCall::latencyMillis).sum();
  }
}
