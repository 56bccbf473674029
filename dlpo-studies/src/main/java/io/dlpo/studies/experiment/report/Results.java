package io.dlpo.studies.experiment.report;

import io.dlpo.studies.experiment.CellState;
import io.dlpo.studies.experiment.ExperimentId;
import io.dlpo.studies.experiment.ExperimentStatus;
import io.dlpo.studies.experiment.Pairing;
import java.util.List;

/**
 * What a report is made of.
 *
 * @param id the experiment
 * @param name for people
 * @param status where it stands
 * @param pairing which runs are compared
 * @param cells all of its cells, in their order
 */
public record Results(
    ExperimentId id, String name, ExperimentStatus status, Pairing pairing, List<CellState> cells) {

  public Results {
    cells = List.copyOf(cells);
  }
}
