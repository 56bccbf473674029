package io.dlpo.contracts.event;

import io.dlpo.contracts.evaluation.CallFailure;
import io.dlpo.contracts.evaluation.Evaluation;
import io.dlpo.contracts.evaluation.ExampleScore;
import io.dlpo.contracts.evaluation.FailedExample;
import io.dlpo.contracts.evaluation.Mistake;
import io.dlpo.contracts.evaluation.Notes;
import io.dlpo.contracts.evaluation.Usage;
import io.dlpo.contracts.id.RunId;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An evaluation is complete: every example has a score or a failure. If no more examples failed
 * than {@code Evaluation.tolerated} and each failure may be the example's fault, they count as
 * wrong.
 *
 * @param evaluation the evaluation
 * @param correct number of examples with score 1
 * @param failed number of examples without a usable reply that do not count as wrong; not part of
 *     the score. If it is not 0, the evaluation is unusable
 * @param score mean score of the other examples, 0 to 1; 0 if there are none
 * @param examples the score of every example, in the order of their ids
 * @param mistakes wrong answers, in the order of their ids; the number is limited
 * @param failures the distinct failures; the number is limited
 * @param usage calls and tokens, including those of the judge
 * @param criticalPathMillis latency of the slowest example in milliseconds, from the forward call
 *     to the score
 * @param judgeUsage the judge's share of the usage; null if no judge scored
 * @param notes what the run should know about its models, such as a parameter that one does not
 *     take; null if there is nothing
 * @param countedWrong number of examples without a usable reply that count as wrong, with score 0;
 *     null if there are none
 * @param failedExamples the examples without a usable reply, in the order of their ids, whether
 *     they count as wrong or not; the number is limited. Null if there are none, and in events of
 *     older versions
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
    @Nullable Usage judgeUsage,
    @Nullable List<String> notes,
    @Nullable Integer countedWrong,
    @Nullable List<FailedExample> failedExamples)
    implements Event {

  /** The result of an evaluation without a judge that lists no failed examples. */
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

  /** The result of an evaluation without notes that lists no failed examples. */
  public BatchScored(
      Evaluation evaluation,
      int correct,
      int failed,
      double score,
      List<ExampleScore> examples,
      List<Mistake> mistakes,
      List<CallFailure> failures,
      Usage usage,
      long criticalPathMillis,
      @Nullable Usage judgeUsage) {
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
        judgeUsage,
        null,
        null,
        null);
  }

  public BatchScored {
    Objects.requireNonNull(evaluation, "BatchScored.evaluation is missing");
    Objects.requireNonNull(usage, "BatchScored.usage is missing");
    notes = Notes.of(notes);
    examples = examples == null ? List.of() : List.copyOf(examples);
    mistakes = mistakes == null ? List.of() : List.copyOf(mistakes);
    failures = failures == null ? List.of() : List.copyOf(failures);
    failedExamples = failedExamples == null ? null : List.copyOf(failedExamples);
    int size = evaluation.size();
    if (correct < 0 || failed < 0 || correct + failed > size) {
      throw new IllegalArgumentException(
          "BatchScored has correct %d and failed %d of %d examples; both must be 0 or more and fit the size"
              .formatted(correct, failed, size));
    }
    if (countedWrong != null && (countedWrong < 1 || correct + failed + countedWrong > size)) {
      throw new IllegalArgumentException(
          "BatchScored.countedWrong is %d; must be 1 to %d, the examples that are neither correct nor failed"
              .formatted(countedWrong, size - correct - failed));
    }
    if (!(score >= 0 && score <= 1)) {
      throw new IllegalArgumentException("BatchScored.score is " + score + "; must be 0 to 1");
    }
  }

  /** The number of failed examples that count as wrong. */
  public int countedAsWrong() {
    return countedWrong == null ? 0 : countedWrong;
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
