package io.dlpo.core.step;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A ruling and the figures that it comes from.
 *
 * @param kind what became of the step
 * @param reason in words
 * @param score the candidate on the acceptance set or a prefix of it, or on its batch if it was
 *     screened out; null if unscored
 * @param previous the prompt before on the same set; null if unscored
 * @param temperature of the annealing; null if it did not act
 * @param probability of accepting; null if annealing did not act
 * @param draw the uniform draw; null if annealing did not act
 */
public record StepDecision(
    DecisionKind kind,
    String reason,
    @Nullable AggregateScore score,
    @Nullable AggregateScore previous,
    @Nullable Double temperature,
    @Nullable Double probability,
    @Nullable Double draw) {

  public StepDecision {
    Objects.requireNonNull(kind, "Verdict.ruling is missing");
    Objects.requireNonNull(reason, "Verdict.reason is missing");
  }

  /** A ruling without a comparison. */
  public static StepDecision uncompared(
      DecisionKind kind, String reason, @Nullable AggregateScore previous) {
    return new StepDecision(kind, reason, null, previous, null, null, null);
  }

  /** The candidate's right answers; null if unscored. */
  public @Nullable Integer correct() {
    return score == null ? null : score.correct();
  }

  /** The right answers of the prompt before; null if unscored. */
  public @Nullable Integer previousCorrect() {
    return previous == null ? null : previous.correct();
  }

  /** On how many examples the candidate was scored. */
  public int evaluated() {
    return score == null ? 0 : score.total();
  }

  /** Size of the acceptance set; 0 without annealing. */
  public int total() {
    return previous != null ? previous.total() : score == null ? 0 : score.total();
  }
}
