package io.dlpo.studies.experiment.report;

import io.dlpo.contracts.event.Comparison;
import io.dlpo.studies.experiment.Cell;
import io.dlpo.studies.experiment.CellResult;
import io.dlpo.studies.experiment.CellState;
import io.dlpo.studies.experiment.CellStatus;
import org.jspecify.annotations.Nullable;

/**
 * A run in the report.
 *
 * @param cellId its place in the grid
 * @param runId the run
 * @param dataset trained on
 * @param variant trained with
 * @param seed of the run
 * @param transfer scored on; null for the training itself
 * @param status where it stands
 * @param accuracy on the test split; null if there is none
 * @param adjustedP of the comparison of baseline and best, corrected by Holm over all runs; null
 *     for a transfer
 * @param result all that it left; null while it has not ended
 */
public record CellRow(
    String cellId,
    String runId,
    String dataset,
    String variant,
    int seed,
    @Nullable String transfer,
    CellStatus status,
    @Nullable Double accuracy,
    @Nullable Double adjustedP,
    @Nullable CellResult result) {

  static CellRow of(CellState state, @Nullable Double adjustedP) {
    Cell cell = state.cell();
    CellResult result = state.result();
    return new CellRow(
        cell.id(),
        state.runId().value(),
        cell.dataset(),
        cell.variant(),
        cell.seed(),
        cell.transfer(),
        state.status(),
        result == null ? null : Measure.ACCURACY.of(cell, result),
        adjustedP,
        result);
  }

  /** Baseline and best compared; null for a transfer, which scores one prompt only. */
  @Nullable Comparison comparison() {
    return result == null || transfer != null ? null : result.comparison();
  }
}
