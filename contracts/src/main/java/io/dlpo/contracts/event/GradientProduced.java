package io.dlpo.contracts.event;

import io.dlpo.contracts.evaluation.CallFailure;
import io.dlpo.contracts.evaluation.Critique;
import io.dlpo.contracts.evaluation.Evaluation;
import io.dlpo.contracts.evaluation.Notes;
import io.dlpo.contracts.evaluation.Usage;
import io.dlpo.contracts.id.RunId;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The textual gradient of a scored batch, or the reason why there is none.
 *
 * @param evaluation the evaluation of the batch
 * @param gradient how the prompt should change; null if a call failed
 * @param failure why there is no gradient; null if there is one
 * @param critiques the critiques behind the gradient, in the order of the examples' ids
 * @param critiqueUsage calls and tokens of the critiques
 * @param reductionUsage calls and tokens of the reduction
 * @param criticalPathMillis latency in milliseconds of the slowest critique plus the reduction
 * @param correct number of right answers in the batch; not every wrong answer has a critique. Null
 *     in events of older versions
 * @param notes what the run should know about the model, such as a parameter that it does not take;
 *     null if there is nothing
 */
public record GradientProduced(
    Evaluation evaluation,
    @Nullable String gradient,
    @Nullable CallFailure failure,
    List<Critique> critiques,
    Usage critiqueUsage,
    Usage reductionUsage,
    long criticalPathMillis,
    @Nullable Integer correct,
    @Nullable List<String> notes)
    implements Event {

  /** A gradient without notes. */
  public GradientProduced(
      Evaluation evaluation,
      @Nullable String gradient,
      @Nullable CallFailure failure,
      List<Critique> critiques,
      Usage critiqueUsage,
      Usage reductionUsage,
      long criticalPathMillis,
      @Nullable Integer correct) {
    this(
        evaluation,
        gradient,
        failure,
        critiques,
        critiqueUsage,
        reductionUsage,
        criticalPathMillis,
        correct,
        null);
  }

  public GradientProduced {
    Objects.requireNonNull(evaluation, "GradientProduced.evaluation is missing");
    Objects.requireNonNull(critiqueUsage, "GradientProduced.critiqueUsage is missing");
    Objects.requireNonNull(reductionUsage, "GradientProduced.reductionUsage is missing");
    if (correct != null && (correct < 0 || correct > evaluation.size())) {
      throw new IllegalArgumentException(
          "GradientProduced.correct is %d; must be 0 to %d, the size of the batch"
              .formatted(correct, evaluation.size()));
    }
    notes = Notes.of(notes);
    critiques = critiques == null ? List.of() : List.copyOf(critiques);
    if ((gradient == null) == (failure == null)) {
      throw new IllegalArgumentException(
          "GradientProduced has gradient and failure "
              + (gradient == null ? "both missing" : "both set")
              + "; exactly one must be set");
    }
  }

  @Override
  public RunId runId() {
    return evaluation.runId();
  }

  @Override
  public String partitionKey() {
    return runId().value();
  }

  @Override
  public String identity() {
    return evaluation.id().value();
  }
}
