package io.dlpo.studies.experiment;

import io.dlpo.contracts.id.RunId;
import org.jspecify.annotations.Nullable;

/**
 * The current state of a cell.
 *
 * @param cell the cell
 * @param runId id of its run, even if the run has not begun
 * @param status status of its run
 * @param settled whether its final status and result are stored, so that it cannot change any more
 * @param step number of finished steps
 * @param steps total number of steps
 * @param result null if the run has not ended or was skipped
 */
public record CellState(
    Cell cell,
    RunId runId,
    CellStatus status,
    boolean settled,
    int step,
    int steps,
    @Nullable CellResult result) {}
