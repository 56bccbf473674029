package io.dlpo.contracts.event;

import io.dlpo.contracts.id.RunId;
import java.util.Objects;

/**
 * A step ended and its candidate became the run's prompt.
 *
 * @param runId the run
 * @param step the step, from 1
 * @param decision the decision and its figures
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
