package io.dlpo.contracts.event;

import io.dlpo.contracts.evaluation.CallFailure;
import io.dlpo.contracts.evaluation.Critique;
import io.dlpo.contracts.evaluation.Evaluation;
import io.dlpo.contracts.evaluation.Usage;
import io.dlpo.contracts.id.RunId;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The textual gradient of a scored batch, or why there is none.
 *
 * @param evaluation the batch it was written for
 * @param gradient how the prompt should change; null if a call failed
 * @param failure why there is no gradient; null if there is one
 * @param critiques what it was reduced from, in the order of the examples' ids
 * @param critiqueUsage calls and tokens of the critiques
 * @param reductionUsage calls and tokens of the reduction
 * @param criticalPathMillis latency of the slowest critique and of the reduction after it
 * @param correct how many of the batch's answers are right: not each of the others has a critique;
 *     null from a backward engine that did not say it yet
 */
public record GradientProduced(
    Evaluation evaluation,
    @Nullable String gradient,
    @Nullable CallFailure failure,
    List<Critique> critiques,
    Usage critiqueUsage,
    Usage reductionUsage,
    long criticalPathMillis,
    @Nullable Integer correct)
    implements Event {

  public GradientProduced {
    Objects.requireNonNull(evaluation, "GradientProduced.evaluation is missing");
    Objects.requireNonNull(critiqueUsage, "GradientProduced.critiqueUsage is missing");
    Objects.requireNonNull(reductionUsage, "GradientProduced.reductionUsage is missing");
    if (correct != null && (correct < 0 || correct > evaluation.size())) {
      throw new IllegalArgumentException(
          "GradientProduced.correct is %d; allowed is 0 to %d, the size of the batch"
              .formatted(correct, evaluation.size()));
    }
    critiques = critiques == null ? List.of() : List.copyOf(critiques);
    if ((gradient == null) == (failure == null)) {
      throw new IllegalArgumentException(
          "GradientProduced has gradient and failure "
              + (gradient == null ? "both missing" : "both set")
              + "; allowed is exactly one");
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
