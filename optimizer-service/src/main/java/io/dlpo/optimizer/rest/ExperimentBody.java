package io.dlpo.optimizer.rest;

import io.dlpo.optimizer.store.ExperimentView;
import io.dlpo.studies.experiment.CellState;
import io.dlpo.studies.experiment.CellStatus;
import io.dlpo.studies.experiment.ExperimentStatus;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The REST representation of an experiment.
 *
 * @param experimentId the id
 * @param name the display name
 * @param status the current status
 * @param parallel the maximum number of concurrent runs
 * @param runs the total number of runs
 * @param ended the number of runs that have ended
 * @param step the number of finished steps over all runs
 * @param steps the total number of steps
 * @param createdAt when the experiment was requested
 * @param endedAt when the last run ended; null if the experiment has not ended
 * @param cells all runs
 */
public record ExperimentBody(
    String experimentId,
    String name,
    ExperimentStatus status,
    int parallel,
    int runs,
    int ended,
    int step,
    int steps,
    Instant createdAt,
    @Nullable Instant endedAt,
    List<CellBody> cells) {

  /** A run of an experiment; the fields are those of {@link CellState}. */
  public record CellBody(
      String cellId,
      String runId,
      String dataset,
      String variant,
      int seed,
      @Nullable String transfer,
      CellStatus status,
      int step,
      int steps) {

    static CellBody of(CellState state) {
      return new CellBody(
          state.cell().id(),
          state.runId().value(),
          state.cell().dataset(),
          state.cell().variant(),
          state.cell().seed(),
          state.cell().transfer(),
          state.status(),
          state.step(),
          state.steps());
    }
  }

  static ExperimentBody of(ExperimentView experiment, List<CellState> cells, int parallel) {
    return new ExperimentBody(
        experiment.id().value(),
        experiment.name(),
        experiment.status().seen(cells, parallel),
        parallel,
        cells.size(),
        (int) cells.stream().filter(cell -> cell.status().hasEnded()).count(),
        cells.stream().mapToInt(ExperimentBody::stepsDone).sum(),
        cells.stream().mapToInt(CellState::steps).sum(),
        experiment.createdAt(),
        experiment.endedAt(),
        cells.stream().map(CellBody::of).toList());
  }

  /** A run that ended early counts as complete: it makes no more steps. */
  private static int stepsDone(CellState cell) {
    return cell.status().hasEnded() ? cell.steps() : cell.step();
  }
}
