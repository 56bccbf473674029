package io.dlpo.contracts.event;

import io.dlpo.contracts.id.EvaluationId;
import io.dlpo.contracts.id.RunId;
import java.util.List;
import java.util.Objects;

/**
 * The backward model has replied to an update. Nobody works on it: with it, the events of a run are
 * enough to work out every one of its decisions again.
 *
 * @param runId the run
 * @param step from 1
 * @param evaluationId the batch whose gradient the update was for
 * @param replies in the order in which they were asked for, 1 or more
 */
public record UpdateReplied(
    RunId runId, int step, EvaluationId evaluationId, List<RecordedReply> replies)
    implements Event {

  public UpdateReplied {
    Objects.requireNonNull(runId, "UpdateReplied.runId is missing");
    Objects.requireNonNull(evaluationId, "UpdateReplied.evaluationId is missing");
    replies = replies == null ? List.of() : List.copyOf(replies);
    if (step < 1) {
      throw new IllegalArgumentException(
          "UpdateReplied.step is " + step + "; allowed is 1 or more");
    }
    if (replies.isEmpty()) {
      throw new IllegalArgumentException(
          "UpdateReplied.replies is empty; allowed is 1 reply or more");
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
