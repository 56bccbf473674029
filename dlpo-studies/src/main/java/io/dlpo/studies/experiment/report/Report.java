package io.dlpo.studies.experiment.report;

import io.dlpo.studies.experiment.CellResult;
import io.dlpo.studies.experiment.ExperimentStatus;
import io.dlpo.studies.experiment.Pairing;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an experiment has shown so far.
 *
 * @param experimentId the experiment
 * @param name for people
 * @param status where it stands
 * @param simulated whether a run worked with the simulator instead of a model
 * @param models every pair of models that runs worked with
 * @param pairing which runs are compared
 * @param runs all runs
 * @param finished those of them that gave a result
 * @param overall the trainings on all datasets together; null if there is only one
 * @param groups a result for each dataset, and for each transfer
 * @param cells every run
 */
public record Report(
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

  public Report {
    models = List.copyOf(models);
    groups = List.copyOf(groups);
    cells = List.copyOf(cells);
  }
}
