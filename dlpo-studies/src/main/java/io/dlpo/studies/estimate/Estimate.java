package io.dlpo.studies.estimate;

import java.util.List;
import java.util.Objects;

/**
 * What a run is expected to spend. The ledger's replies of earlier runs are left out of account:
 * they make it cheaper.
 *
 * @param stages those that the run has
 * @param total of all stages
 * @param assumptions what it rests on
 * @param rehearsals how often the run was played
 * @param notes what the user is to know besides
 */
public record Estimate(
    List<StageEstimate> stages,
    Spent total,
    Assumptions assumptions,
    int rehearsals,
    List<String> notes) {

  public Estimate {
    stages = List.copyOf(stages);
    Objects.requireNonNull(total, "Estimate.total is missing");
    Objects.requireNonNull(assumptions, "Estimate.assumptions is missing");
    notes = List.copyOf(notes);
  }
}
