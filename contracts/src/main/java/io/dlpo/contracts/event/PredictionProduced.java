package io.dlpo.contracts.event;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.dlpo.contracts.evaluation.CallFailure;
import io.dlpo.contracts.evaluation.Evaluation;
import io.dlpo.contracts.evaluation.Example;
import io.dlpo.contracts.evaluation.ModelCall;
import io.dlpo.contracts.evaluation.Notes;
import io.dlpo.contracts.id.RunId;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An example was answered, or the call failed.
 *
 * @param evaluation the evaluation
 * @param example the example
 * @param output the answer of the model, without its thought; null if the call failed
 * @param failure why there is no output; null if there is one
 * @param call tokens and latency of the call
 * @param cutOff true if the reply reached the token limit; null otherwise
 * @param notes what the run should know about the model, such as a parameter that it does not take;
 *     null if there is nothing
 * @param thought what the model thought before the answer, its end if it is long; null if the reply
 *     has no thought
 */
public record PredictionProduced(
    Evaluation evaluation,
    Example example,
    @Nullable String output,
    @Nullable CallFailure failure,
    ModelCall call,
    @Nullable Boolean cutOff,
    @Nullable List<String> notes,
    @Nullable String thought)
    implements Event {

  public PredictionProduced {
    Objects.requireNonNull(evaluation, "PredictionProduced.evaluation is missing");
    Objects.requireNonNull(example, "PredictionProduced.example is missing");
    Objects.requireNonNull(call, "PredictionProduced.call is missing");
    notes = Notes.of(notes);
    if ((output == null) == (failure == null)) {
      throw new IllegalArgumentException(
          "PredictionProduced has output and failure "
              + (output == null ? "both missing" : "both set")
              + "; exactly one must be set");
    }
  }

  /** A prediction without a thought. */
  public PredictionProduced(
      Evaluation evaluation,
      Example example,
      @Nullable String output,
      @Nullable CallFailure failure,
      ModelCall call,
      @Nullable Boolean cutOff,
      @Nullable List<String> notes) {
    this(evaluation, example, output, failure, call, cutOff, notes, null);
  }

  /** A prediction without notes. */
  public PredictionProduced(
      Evaluation evaluation,
      Example example,
      @Nullable String output,
      @Nullable CallFailure failure,
      ModelCall call,
      @Nullable Boolean cutOff) {
    this(evaluation, example, output, failure, call, cutOff, null);
  }

  /** A prediction that did not reach the token limit. */
  public PredictionProduced(
      Evaluation evaluation,
      Example example,
      @Nullable String output,
      @Nullable CallFailure failure,
      ModelCall call) {
    this(evaluation, example, output, failure, call, null, null);
  }

  /** Whether the model reached the token limit before it gave an answer. */
  @JsonIgnore
  public boolean isUnanswered() {
    return output != null && output.isBlank() && Boolean.TRUE.equals(cutOff);
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
