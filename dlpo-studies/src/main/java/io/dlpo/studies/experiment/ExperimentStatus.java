package io.dlpo.studies.experiment;

import java.util.List;

/** The status of an experiment. */
public enum ExperimentStatus {
  RUNNING,
  /** Paused by a user, or because all runs that could continue are paused. */
  PAUSED,
  /** All runs have ended. */
  FINISHED;

  /**
   * The status shown to users: a running experiment whose active runs are all paused is shown as
   * paused.
   *
   * @param parallel maximum number of parallel runs
   */
  public ExperimentStatus seen(List<CellState> cells, int parallel) {
    if (this != RUNNING) {
      return this;
    }
    long paused = cells.stream().filter(state -> state.status() == CellStatus.PAUSED).count();
    long active = cells.stream().filter(state -> state.status().isActive()).count();
    boolean stuck =
        paused > 0 && paused == active && new ExperimentSchedule(cells).begin(parallel).isEmpty();
    return stuck ? PAUSED : RUNNING;
  }
}
