package io.dlpo.optimizer.run;

/** Where a run stands, as users see it. */
public enum RunStatus {
  RUNNING,
  /** Starts nothing new until resumed. */
  PAUSED,
  FINISHED,
  CANCELLED,
  FAILED
}
