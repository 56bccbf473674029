package io.dlpo.contracts.event;

import io.dlpo.contracts.evaluation.CallFailure;
import io.dlpo.contracts.evaluation.Evaluation;
import io.dlpo.contracts.evaluation.Example;
import io.dlpo.contracts.evaluation.ModelCall;
import io.dlpo.contracts.id.RunId;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An example was answered, or the call failed.
 *
 * @param evaluation the evaluation
 * @param example the example
 * @param output the reply of the model; null if the call failed
 * @param failure why there is no output; null if there is one
 * @param call tokens and latency of the call
 */
public record PredictionProduced(
    Evaluation evaluation,
    Example example,
    @Nullable String output,
    @Nullable CallFailure failure,
    ModelCall call)
    implements Event {

  public PredictionProduced {
    Objects.requireNonNull(evaluation, "PredictionProduced.evaluation is missing");
    Objects.requireNonNull(example, "PredictionProduced.example is missing");
    Objects.requireNonNull(call, "PredictionProduced.call is missing");

    if ((output == null) == (failure == null)) {
      throw new IllegalArgumentException(
          "PredictionProduced has output and failure "
              + (output == null ? "both missing" : "both set")
              + "; exactly one must be set");
    }
  }

  @Override
  public RunId runId() {
    return evaluation.runId();
  }

  @Override
  public String partitionKey() {
    return identity();
  }

  @Override
  public String identity() {
    return evaluation.id() + ":" + example.id();
  }
}
