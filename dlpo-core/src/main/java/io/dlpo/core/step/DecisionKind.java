package io.dlpo.core.step;

/** What became of a step, as it goes into the trajectory. */
public enum DecisionKind {
  /** The candidate is no worse. */
  NOT_WORSE(true),
  /** The candidate is worse, and annealing took it. */
  WORSE_BUT_DRAWN(true),
  /** There is no annealing, so every candidate is taken. */
  UNCOMPARED(true),
  /** The candidate is worse, and annealing did not take it. */
  WORSE(false),
  /** The candidate is worse by more than annealing ever takes. */
  FAR_WORSE(false),
  /** The candidate could not reach what it needed, so the rest of its scoring was saved. */
  OUT_OF_REACH(false),
  /** The candidate answers no more of its step's batch right than the prompt it was made from. */
  SCREENED_OUT(false),
  /** The budget does not allow to score the candidate. */
  UNAFFORDABLE(false),
  /** No batch had a wrong answer to learn from. */
  NO_MISTAKE(false),
  /** The backward model's edits could not be read. */
  UNREADABLE(false),
  /** The edits left the prompt as it was. */
  UNCHANGED(false);

  private final boolean accepts;

  DecisionKind(boolean accepts) {
    this.accepts = accepts;
  }

  /** Whether the candidate becomes the run's prompt. */
  public boolean accepts() {
    return accepts;
  }
}
