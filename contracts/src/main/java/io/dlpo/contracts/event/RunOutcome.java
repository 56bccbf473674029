package io.dlpo.contracts.event;

/** How a run ended. */
public enum RunOutcome {
  /** All steps were made and the test split scored. */
  FINISHED,
  /** A user ended it. */
  CANCELLED,
  /** It cannot go on. */
  FAILED
}
