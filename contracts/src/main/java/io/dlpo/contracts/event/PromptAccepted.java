package io.dlpo.contracts.event;

import io.dlpo.contracts.id.RunId;
import java.util.Objects;

/**
 * A step ended: its candidate is the run's prompt from now on.
 *
 * @param runId the run
 * @param step from 1
 * @param decision the figures
 */
public record PromptAccepted(RunId runId, int step, Decision decision) implements Event {

  public PromptAccepted {
    Objects.requireNonNull(runId, "PromptAccepted.runId is missing");
    Objects.requireNonNull(decision, "PromptAccepted.decision is missing");
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
