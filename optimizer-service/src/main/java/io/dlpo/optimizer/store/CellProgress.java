package io.dlpo.optimizer.store;

import io.dlpo.contracts.id.RunId;
import io.dlpo.core.run.RunStatus;
import io.dlpo.studies.experiment.Cell;
import io.dlpo.studies.experiment.CellState;
import io.dlpo.studies.experiment.CellStatus;
import org.jspecify.annotations.Nullable;

/**
 * A row that {@link CellStore} selects: a cell, joined with its run.
 *
 * @param dataset name of the training dataset
 * @param variant name of the variant
 * @param seed seed of the run
 * @param transfer name of the dataset on which the trained prompt is scored; null for a training
 * @param runId id of the run
 * @param steps total number of steps
 * @param outcome the final status; null if the cell is not settled
 * @param status status of the run; null if there is no run
 * @param requested whether the run was requested recently
 * @param step the last finished step; null if there is none
 * @param result the result as JSON; null if it was not selected or is not available
 */
record CellProgress(
    String dataset,
    String variant,
    int seed,
    @Nullable String transfer,
    String runId,
    int steps,
    @Nullable CellStatus outcome,
    @Nullable RunStatus status,
    boolean requested,
    @Nullable Integer step,
    @Nullable String result) {

  CellState state() {
    return new CellState(
        new Cell(dataset, variant, seed, transfer),
        new RunId(runId),
        cellStatus(),
        outcome != null,
        step == null ? 0 : step,
        steps,
        result == null ? null : Json.result(result));
  }

  private CellStatus cellStatus() {
    if (outcome != null) {
      return outcome;
    }
    if (status != null) {
      return CellStatus.of(status);
    }
    return requested ? CellStatus.REQUESTED : CellStatus.WAITING;
  }
}
