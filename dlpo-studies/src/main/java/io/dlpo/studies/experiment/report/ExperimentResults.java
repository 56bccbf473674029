package io.dlpo.studies.experiment.report;

import io.dlpo.studies.experiment.CellState;
import io.dlpo.studies.experiment.ExperimentId;
import io.dlpo.studies.experiment.ExperimentStatus;
import io.dlpo.studies.experiment.Pairing;
import java.util.List;

/**
 * The input of a report.
 *
 * @param id id of the experiment
 * @param name display name
 * @param status status of the experiment
 * @param pairing how runs are paired for comparison
 * @param cells all cells, in order
 */
public record ExperimentResults(
    ExperimentId id, String name, ExperimentStatus status, Pairing pairing, List<CellState> cells) {

  public ExperimentResults {
    cells = List.copyOf(cells);
  }
}
