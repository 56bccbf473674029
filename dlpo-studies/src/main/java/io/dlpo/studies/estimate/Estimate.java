package io.dlpo.studies.estimate;

import java.util.List;
import java.util.Objects;

/**
 * The expected usage of a run. Replies that the ledger has cached from earlier runs are ignored;
 * they make the run cheaper.
 *
 * @param stages the stages that the run uses
 * @param total total of all stages
 * @param assumptions the assumptions of the estimate
 * @param simulatedRuns number of simulated runs
 * @param notes remarks for the user
 */
public record Estimate(
    List<StageEstimate> stages,
    ExpectedUsage total,
    Assumptions assumptions,
    int simulatedRuns,
    List<String> notes) {

  public Estimate {
    stages = List.copyOf(stages);
    Objects.requireNonNull(total, "Estimate.total is missing");
    Objects.requireNonNull(assumptions, "Estimate.assumptions is missing");
    notes = List.copyOf(notes);
  }
}
