package io.dlpo.studies.estimate;

import io.dlpo.contracts.evaluation.Usage;
import java.util.Map;

/**
 * How a rehearsal went.
 *
 * @param spent calls and tokens by stage; stages without any call are missing
 * @param steps that were begun
 * @param endedByBudget whether the run's budget ended it
 */
record SimulatedRunResult(Map<Stage, Usage> spent, int steps, boolean endedByBudget) {

  SimulatedRunResult {
    spent = Map.copyOf(spent);
  }

  /** Requests in all, answered by the ledger or not. */
  int requests() {
    return spent.values().stream().mapToInt(usage -> usage.paid() + usage.ledger()).sum();
  }
}
