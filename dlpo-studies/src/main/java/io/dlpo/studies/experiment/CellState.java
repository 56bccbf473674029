package io.dlpo.studies.experiment;

import io.dlpo.contracts.id.RunId;
import org.jspecify.annotations.Nullable;

/**
 * A cell as it stands.
 *
 * @param cell its place in the grid
 * @param runId its run, whether begun or not
 * @param status where the run stands
 * @param settled whether its end and its result are kept, so that nothing more will come of it
 * @param step steps that are finished
 * @param steps steps in all
 * @param result what came of it; null while it has not ended, and if it was skipped
 */
public record CellState(
    Cell cell,
    RunId runId,
    CellStatus status,
    boolean settled,
    int step,
    int steps,
    @Nullable CellResult result) {}
