package io.dlpo.contracts.event;

import io.dlpo.contracts.id.EvaluationId;
import io.dlpo.contracts.id.RunId;
import java.util.List;
import java.util.Objects;

/**
 * The replies of the backward model to an update. No service consumes this event; with it, all
 * decisions of a run can be reproduced from its events.
 *
 * @param runId the run
 * @param step the step, from 1
 * @param evaluationId the evaluation of the batch whose gradient the update used
 * @param replies the replies in the order of the requests, 1 or more
 */
public record UpdateReplied(
    RunId runId, int step, EvaluationId evaluationId, List<RecordedReply> replies)
    implements Event {

  public UpdateReplied {
    Objects.requireNonNull(runId, "UpdateReplied.runId is missing");
    Objects.requireNonNull(evaluationId, "UpdateReplied.evaluationId is missing");
    replies = replies == null ? List.of() : List.copyOf(replies);
    if (step < 1) {
      throw new IllegalArgumentException("UpdateReplied.step is " + step + "; must be 1 or more");
    }
    if (replies.isEmpty()) {
      throw new IllegalArgumentException(
          "UpdateReplied.replies is empty; it must have 1 reply or more");
    }
  }

  @Override
  public String partitionKey() {
    return runId.value();
  }

  @Override
  public String identity() {
    return evaluationId.value();
  }
}
