package io.dlpo.optimizer.live;

import io.dlpo.contracts.id.RunId;
import io.dlpo.core.step.StepRecord;
import io.dlpo.optimizer.store.RunDetails;
import java.util.List;
import java.util.Optional;

/** Where the state of runs is stored. Blocks. */
interface RunSource {

  /** Returns the run, or empty if it does not exist. */
  Optional<RunDetails> run(RunId runId);

  /** Returns the steps after a step, in order. */
  List<StepRecord> stepsAfter(RunId runId, int step);

  /** Whether the stored run is still the given one. */
  boolean isUnchanged(RunDetails run);
}
