package io.dlpo.studies.experiment;

import io.dlpo.core.run.RunStatus;

/** The status of a cell's run. */
public enum CellStatus {
  /** Not begun; may be waiting for its training. */
  WAITING,
  /** Requested, but not running yet. */
  REQUESTED,
  RUNNING,
  PAUSED,
  FINISHED,
  CANCELLED,
  FAILED,
  /**
   * Never begins, because its training ended without a result or with a prompt that cannot be run.
   */
  SKIPPED;

  /** Converts the status of a run. */
  public static CellStatus of(RunStatus status) {
    return switch (status) {
      case RUNNING -> RUNNING;
      case PAUSED -> PAUSED;
      case FINISHED, BUDGET_SPENT -> FINISHED;
      case CANCELLED -> CANCELLED;
      case FAILED -> FAILED;
    };
  }

  /** Whether it counts towards the limit of parallel runs. */
  public boolean isActive() {
    return this == REQUESTED || this == RUNNING || this == PAUSED;
  }

  /** Whether it is in a final status. */
  public boolean hasEnded() {
    return this == FINISHED || this == CANCELLED || this == FAILED || this == SKIPPED;
  }
}
