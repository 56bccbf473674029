package io.dlpo.core.step;

/** The decision of a step, as it is recorded in the trajectory. */
public enum DecisionKind {
  /** The candidate is no worse. */
  NOT_WORSE(true),
  /** The candidate is worse, but annealing accepted it. */
  WORSE_BUT_DRAWN(true),
  /** Annealing is off, so every candidate is accepted. */
  UNCOMPARED(true),
  /** The candidate is worse, and annealing rejected it. */
  WORSE(false),
  /** The candidate is worse by more than annealing ever accepts. */
  FAR_WORSE(false),
  /** The candidate could no longer reach the score it needed, so scoring stopped early. */
  OUT_OF_REACH(false),
  /** The candidate has no more correct answers on its step's batch than its parent. */
  SCREENED_OUT(false),
  /** The budget does not cover scoring the candidate. */
  UNAFFORDABLE(false),
  /** No batch had an incorrect answer to learn from. */
  NO_MISTAKE(false),
  /** The backward model's edits could not be read. */
  UNREADABLE(false),
  /** The edits did not change the prompt. */
  UNCHANGED(false),
  /** The edits made a prompt that an earlier step has rejected. */
  REPEATED(false);

  private final boolean accepts;

  DecisionKind(boolean accepts) {
    this.accepts = accepts;
  }

  /** Whether the candidate becomes the run's prompt. */
  public boolean accepts() {
    return accepts;
  }
}
