package io.dlpo.optimizer.live;

import io.dlpo.contracts.id.RunId;
import io.dlpo.core.step.StepRecord;
import io.dlpo.optimizer.store.RunDetails;

/** What a viewer is told. All viewers of a run share the same message. */
public sealed interface LiveMessage {

  /** A step has ended. */
  record StepMade(StepRecord step) implements LiveMessage {}

  /** The run has a new status; the first message of a viewer tells the current one. */
  record StatusSet(RunDetails run) implements LiveMessage {}

  /** Anything of the run has changed. */
  record RunChanged(RunDetails run) implements LiveMessage {}

  /** A record about the run reached Kafka. */
  record RecordSeen(SeenRecord record) implements LiveMessage {}

  /** The run was deleted. */
  record RunGone(RunId runId) implements LiveMessage {}
}
