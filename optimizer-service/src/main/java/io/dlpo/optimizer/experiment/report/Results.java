package io.dlpo.optimizer.experiment.report;

import io.dlpo.optimizer.experiment.CellState;
import io.dlpo.optimizer.experiment.ExperimentId;
import io.dlpo.optimizer.experiment.ExperimentStatus;
import io.dlpo.optimizer.experiment.Pairing;
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
