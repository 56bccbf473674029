package io.dlpo.studies.experiment;

import io.dlpo.core.run.RunStatus;

/** Where a cell's run stands. */
public enum CellStatus {
  /** Not begun, or waits for its training. */
  WAITING,
  /** Asked for a moment ago. */
  REQUESTED,
  RUNNING,
  PAUSED,
  FINISHED,
  CANCELLED,
  FAILED,
  /** Never begins: its training ended without a result, or left a prompt that cannot be run. */
  SKIPPED;

  /** The status of a run. */
  public static CellStatus of(RunStatus status) {
    return switch (status) {
      case RUNNING -> RUNNING;
      case PAUSED -> PAUSED;
      case FINISHED, BUDGET_SPENT -> FINISHED;
      case CANCELLED -> CANCELLED;
      case FAILED -> FAILED;
    };
  }

  /** Whether it takes one of the places for runs at once. */
  public boolean isActive() {
    return this == REQUESTED || this == RUNNING || this == PAUSED;
  }

  /** Whether nothing more will come of it. */
  public boolean hasEnded() {
    return this == FINISHED || this == CANCELLED || this == FAILED || this == SKIPPED;
  }
}
