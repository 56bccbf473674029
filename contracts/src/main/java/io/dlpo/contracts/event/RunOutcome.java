package io.dlpo.contracts.event;

/** How a run ended. */
public enum RunOutcome {
  /** All steps were made and the test split scored. */
  FINISHED,
  /** Its budget did not allow a further step; the best prompt so far is its result. */
  BUDGET_SPENT,
  /** A user ended it. */
  CANCELLED,
  /** It cannot go on. */
  FAILED
}
