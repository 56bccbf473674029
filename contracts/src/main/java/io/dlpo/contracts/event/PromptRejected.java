package io.dlpo.contracts.event;

import io.dlpo.contracts.id.RunId;
import java.util.Objects;

/**
 * A step ended and the run keeps its prompt.
 *
 * @param runId the run
 * @param step the step, from 1
 * @param decision the decision, its figures and the reason
 */
public record PromptRejected(RunId runId, int step, Decision decision) implements Event {

  public PromptRejected {
    Objects.requireNonNull(runId, "PromptRejected.runId is missing");
    Objects.requireNonNull(decision, "PromptRejected.decision is missing");
  }

  @Override
  public String partitionKey() {
    return runId.value();
  }

  @Override
  public String identity() {
    return runId + ":" + step;
  }
}
