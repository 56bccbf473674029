package io.dlpo.contracts.event;

import io.dlpo.contracts.evaluation.CallFailure;
import io.dlpo.contracts.evaluation.Evaluation;
import io.dlpo.contracts.evaluation.ExampleScore;
import io.dlpo.contracts.evaluation.Mistake;
import io.dlpo.contracts.evaluation.Usage;
import io.dlpo.contracts.id.RunId;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An evaluation is complete: every example was scored or has failed.
 *
 * @param evaluation what was evaluated
 * @param correct examples with score 1
 * @param failed examples without a usable reply; no part of the score
 * @param score mean score over the examples that were answered, 0 to 1; 0 if none was
 * @param examples every example's score, in the order of their ids
 * @param mistakes wrong answers, in the order of their ids, as many as fit the bound
 * @param failures the distinct reasons of failed examples
 * @param usage calls and tokens, the judge's included
 * @param criticalPathMillis latency of the slowest example: of its answer and what scored it
 * @param judgeUsage the part of the usage that the judge took; null if nothing was judged by a
 *     model
 */
public record BatchScored(
    Evaluation evaluation,
    int correct,
    int failed,
    double score,
    List<ExampleScore> examples,
    List<Mistake> mistakes,
    List<CallFailure> failures,
    Usage usage,
    long criticalPathMillis,
    @Nullable Usage judgeUsage)
    implements Event {

  /** The result of an evaluation that was scored by a rule. */
  public BatchScored(
      Evaluation evaluation,
      int correct,
      int failed,
      double score,
      List<ExampleScore> examples,
      List<Mistake> mistakes,
      List<CallFailure> failures,
      Usage usage,
      long criticalPathMillis) {
    this(
        evaluation,
        correct,
        failed,
        score,
        examples,
        mistakes,
        failures,
        usage,
        criticalPathMillis,
        null);
  }

  public BatchScored {
    Objects.requireNonNull(evaluation, "BatchScored.evaluation is missing");
    Objects.requireNonNull(usage, "BatchScored.usage is missing");
    examples = examples == null ? List.of() : List.copyOf(examples);
    mistakes = mistakes == null ? List.of() : List.copyOf(mistakes);
    failures = failures == null ? List.of() : List.copyOf(failures);
    int size = evaluation.size();
    if (correct < 0 || failed < 0 || correct + failed > size) {
      throw new IllegalArgumentException(
          "BatchScored has correct %d and failed %d of %d examples"
              .formatted(correct, failed, size));
    }
    if (!(score >= 0 && score <= 1)) {
      throw new IllegalArgumentException("BatchScored.score is " + score + "; allowed is 0 to 1");
    }
  }

  @Override
  public RunId runId() {
    return evaluation.runId();
  }

  @Override
  public String partitionKey() {
    return runId().value();
  }

  @Override
  public String identity() {
    return evaluation.id().value();
  }
}
