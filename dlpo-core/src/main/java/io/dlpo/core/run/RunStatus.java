package io.dlpo.core.run;

/** The status of a run, as users see it. */
public enum RunStatus {
  RUNNING,
  /** Starts nothing new until it is resumed. */
  PAUSED,
  FINISHED,
  /** Ended because the budget is exhausted, with the best prompt so far. */
  BUDGET_SPENT,
  CANCELLED,
  FAILED;

  /** Whether the run has ended. */
  public boolean hasEnded() {
    return this != RUNNING && this != PAUSED;
  }
}
