package io.dlpo.optimizer.rest;

import io.dlpo.contracts.evaluation.Evaluation;
import io.dlpo.contracts.evaluation.Purpose;
import io.dlpo.contracts.event.BatchScored;
import io.dlpo.contracts.id.PromptId;
import java.time.Instant;

/**
 * A scored evaluation in a list.
 *
 * @param evaluationId the id
 * @param step 0 for the initial prompt
 * @param purpose why it was scored
 * @param promptId the prompt
 * @param size the number of examples
 * @param correct the number of right answers
 * @param failed the number of examples without a usable reply that do not count
 * @param score the mean score, 0 to 1
 * @param time when it was scored
 */
public record EvaluationBody(
    String evaluationId,
    int step,
    Purpose purpose,
    PromptId promptId,
    int size,
    int correct,
    int failed,
    double score,
    Instant time) {

  static EvaluationBody of(BatchScored scored, Instant time) {
    Evaluation evaluation = scored.evaluation();
    return new EvaluationBody(
        evaluation.id().value(),
        evaluation.step(),
        evaluation.purpose(),
        evaluation.promptId(),
        evaluation.size(),
        scored.correct(),
        scored.failed(),
        scored.score(),
        time);
  }
}
