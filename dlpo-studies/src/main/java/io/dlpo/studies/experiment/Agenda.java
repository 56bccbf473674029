package io.dlpo.studies.experiment;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What is next in an experiment. A paused run keeps its place, so that an endpoint that refuses
 * everybody pauses a few runs and not all.
 */
public final class Agenda {

  private final List<CellState> cells;
  private final Map<String, CellState> byId;

  /**
   * @param cells all of the experiment, in their order
   */
  public Agenda(List<CellState> cells) {
    this.cells = List.copyOf(cells);
    this.byId =
        cells.stream().collect(Collectors.toMap(state -> state.cell().id(), Function.identity()));
  }

  /**
   * The cells to begin now.
   *
   * @param parallel most runs at once
   */
  public List<CellState> begin(int parallel) {
    long active = cells.stream().filter(state -> state.status().isActive()).count();
    return cells.stream()
        .filter(state -> state.status() == CellStatus.WAITING)
        .filter(state -> training(state).map(Agenda::hasPrompt).orElse(true))
        .limit(Math.max(0, parallel - active))
        .toList();
  }

  /** The transfers that wait for a training that has ended without a prompt. */
  public List<CellState> skip() {
    return cells.stream()
        .filter(state -> state.status() == CellStatus.WAITING)
        .filter(state -> training(state).map(Agenda::hasNoPrompt).orElse(false))
        .toList();
  }

  /** Whether nothing more will come of any cell. */
  public boolean isDone() {
    return cells.stream().allMatch(CellState::settled);
  }

  /** The training that a transfer waits for; empty for a training. */
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
