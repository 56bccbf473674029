package io.dlpo.studies.estimate;

import io.dlpo.contracts.evaluation.CallPurpose;
import io.dlpo.contracts.evaluation.Usage;
import java.util.Map;

/**
 * The result of a simulated run.
 *
 * @param spent usage by stage, without stages that made no call
 * @param steps number of steps begun
 * @param endedByBudget whether the run's budget ended it
 */
record SimulatedRunResult(Map<CallPurpose, Usage> spent, int steps, boolean endedByBudget) {

  SimulatedRunResult {
    spent = Map.copyOf(spent);
  }

  /** Number of requests, paid or cached. */
  int requests() {
    return spent.values().stream().mapToInt(usage -> usage.paid() + usage.ledger()).sum();
  }
}
