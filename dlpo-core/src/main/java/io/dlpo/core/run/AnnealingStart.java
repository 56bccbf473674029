package io.dlpo.core.run;

/** What the first candidate is compared with. */
public enum AnnealingStart {
  /** The initial prompt's accuracy. */
  INITIAL,
  /**
   * An accuracy of 0, as in the authors' code: the first candidate is always accepted, and the
   * initial prompt is not scored for it.
   */
  ZERO
}
