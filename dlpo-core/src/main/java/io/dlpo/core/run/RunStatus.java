package io.dlpo.core.run;

/** Where a run stands, as users see it. */
public enum RunStatus {
  RUNNING,
  /** Starts nothing new until resumed. */
  PAUSED,
  FINISHED,
  /** Ended by its budget, with the best prompt so far. */
  BUDGET_SPENT,
  CANCELLED,
  FAILED;

  /** Whether nothing more will come of it. */
  public boolean hasEnded() {
    return this != RUNNING && this != PAUSED;
  }
}
