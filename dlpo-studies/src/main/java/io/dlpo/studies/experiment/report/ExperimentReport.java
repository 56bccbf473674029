package io.dlpo.studies.experiment.report;

import io.dlpo.studies.experiment.CellResult;
import io.dlpo.studies.experiment.ExperimentStatus;
import io.dlpo.studies.experiment.Pairing;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The results of an experiment so far.
 *
 * @param experimentId id of the experiment
 * @param name display name
 * @param status status of the experiment
 * @param simulated whether any run used a simulated model
 * @param models the distinct pairs of models of the runs
 * @param pairing how runs are paired for comparison
 * @param runs number of runs
 * @param finished number of runs with a result
 * @param overall the trainings on all datasets together; null if there is only one dataset
 * @param groups one for each dataset and each transfer
 * @param cells all runs
 */
public record ExperimentReport(
    String experimentId,
    String name,
    ExperimentStatus status,
    boolean simulated,
    List<CellResult.Models> models,
    Pairing pairing,
    int runs,
    int finished,
    @Nullable Group overall,
    List<Group> groups,
    List<CellRow> cells) {

  public ExperimentReport {
    models = List.copyOf(models);
    groups = List.copyOf(groups);
    cells = List.copyOf(cells);
  }
}
