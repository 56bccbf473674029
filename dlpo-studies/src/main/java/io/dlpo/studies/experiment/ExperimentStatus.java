package io.dlpo.studies.experiment;

import java.util.List;

/** Where an experiment stands. */
public enum ExperimentStatus {
  RUNNING,
  /** A user paused it, or every run that could go on has paused. */
  PAUSED,
  /** Every run has ended. */
  FINISHED;

  /**
   * As users see it: an experiment that runs, but of which every begun run has paused, is paused.
   *
   * @param parallel most runs at once
   */
  public ExperimentStatus seen(List<CellState> cells, int parallel) {
    if (this != RUNNING) {
      return this;
    }
    long paused = cells.stream().filter(state -> state.status() == CellStatus.PAUSED).count();
    long active = cells.stream().filter(state -> state.status().isActive()).count();
    boolean stuck = paused > 0 && paused == active && new Agenda(cells).begin(parallel).isEmpty();
    return stuck ? PAUSED : RUNNING;
  }
}
