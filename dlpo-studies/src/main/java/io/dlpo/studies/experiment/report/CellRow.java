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
 * @param cellId id of its cell
 * @param runId id of the run
 * @param dataset training dataset
 * @param variant name of the variant
 * @param seed of the run
 * @param transfer dataset that it is scored on; null for the training itself
 * @param status status of the run
 * @param accuracy on the test split; null if there is none
 * @param adjustedP p-value of baseline against best, with Holm's correction over all runs; null for
 *     a transfer
 * @param result null if the run has not ended
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

  /** Compares baseline and best; null for a transfer, which scores only one prompt. */
  @Nullable Comparison comparison() {
    return result == null || transfer != null ? null : result.comparison();
  }
}
