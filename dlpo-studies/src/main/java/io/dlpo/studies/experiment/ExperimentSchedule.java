package io.dlpo.studies.experiment;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Decides which cells begin next. A paused run counts as active, so that an endpoint that rejects
 * every request pauses only a few runs.
 */
public final class ExperimentSchedule {

  private final List<CellState> cells;
  private final Map<String, CellState> byId;

  /**
   * @param cells all cells of the experiment, in order
   */
  public ExperimentSchedule(List<CellState> cells) {
    this.cells = List.copyOf(cells);
    this.byId =
        cells.stream().collect(Collectors.toMap(state -> state.cell().id(), Function.identity()));
  }

  /**
   * The cells to begin now.
   *
   * @param parallel maximum number of parallel runs
   */
  public List<CellState> begin(int parallel) {
    long active = cells.stream().filter(state -> state.status().isActive()).count();
    return cells.stream()
        .filter(state -> state.status() == CellStatus.WAITING)
        .filter(state -> training(state).map(ExperimentSchedule::hasPrompt).orElse(true))
        .limit(Math.max(0, parallel - active))
        .toList();
  }

  /** The transfers to skip, because their training ended without a prompt. */
  public List<CellState> skip() {
    return cells.stream()
        .filter(state -> state.status() == CellStatus.WAITING)
        .filter(state -> training(state).map(ExperimentSchedule::hasNoPrompt).orElse(false))
        .toList();
  }

  /** Whether all cells are settled. */
  public boolean isDone() {
    return cells.stream().allMatch(CellState::settled);
  }

  /** The training that a transfer depends on; empty for a training. */
  public Optional<CellState> training(CellState state) {
    return state.cell().trainedBy().map(byId::get);
  }

  private static boolean hasPrompt(CellState training) {
    return training.settled() && training.status() == CellStatus.FINISHED;
  }

  private static boolean hasNoPrompt(CellState training) {
    return training.settled() && training.status() != CellStatus.FINISHED;
  }
}
