package io.dlpo.core.step;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The decision of a step with the figures behind it.
 *
 * @param kind the decision
 * @param reason the reason, for the user
 * @param score the candidate's score on the acceptance set or a prefix of it, or on its batch if it
 *     was screened out; null if not scored
 * @param previous the previous prompt's score on the same set; null if not scored
 * @param temperature annealing temperature; null if annealing did not act
 * @param probability probability of acceptance; null if annealing did not act
 * @param draw the uniform random draw; null if annealing did not act
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
    Objects.requireNonNull(kind, "StepDecision.kind is missing");
    Objects.requireNonNull(reason, "StepDecision.reason is missing");
  }

  /** Creates a decision without a comparison. */
  public static StepDecision uncompared(
      DecisionKind kind, String reason, @Nullable AggregateScore previous) {
    return new StepDecision(kind, reason, null, previous, null, null, null);
  }

  /** Returns the candidate's correct answers, or null if it was not scored. */
  public @Nullable Integer correct() {
    return score == null ? null : score.correct();
  }

  /** Returns the previous prompt's correct answers, or null if it was not scored. */
  public @Nullable Integer previousCorrect() {
    return previous == null ? null : previous.correct();
  }

  /** Returns the number of examples on which the candidate was scored. */
  public int evaluated() {
    return score == null ? 0 : score.total();
  }

  /** Returns the size of the acceptance set, or 0 without annealing. */
  public int total() {
    return previous != null ? previous.total() : score == null ? 0 : score.total();
  }
}
