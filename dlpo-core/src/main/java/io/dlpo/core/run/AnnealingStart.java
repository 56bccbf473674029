package io.dlpo.core.run;

/** The score with which the first candidate is compared. */
public enum AnnealingStart {
  /** The initial prompt's accuracy. */
  INITIAL,
  /**
   * An accuracy of 0, as in the authors' code. The first candidate is always accepted, and the
   * initial prompt is not scored on the acceptance set.
   */
  ZERO
}
