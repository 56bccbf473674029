package io.dlpo.contracts.event;

/** How a run ended. */
public enum RunOutcome {
  /** All steps were made and the test split was scored. */
  FINISHED,
  /** The budget did not allow another step; the result is the best prompt so far. */
  BUDGET_SPENT,
  /** A user cancelled the run. */
  CANCELLED,
  /** The run cannot continue. */
  FAILED
}
