package io.dlpo.contracts.event;

import io.dlpo.contracts.evaluation.CallFailure;
import io.dlpo.contracts.evaluation.Evaluation;
import io.dlpo.contracts.evaluation.ExampleScore;
import io.dlpo.contracts.evaluation.Mistake;
import io.dlpo.contracts.evaluation.Notes;
import io.dlpo.contracts.evaluation.Usage;
import io.dlpo.contracts.id.RunId;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An evaluation is complete: every example has a score or a failure.
 *
 * @param evaluation the evaluation
 * @param correct number of examples with score 1
 * @param failed number of examples without a usable reply; not part of the score
 * @param score mean score of the examples that were answered, 0 to 1; 0 if there are none
 * @param examples the score of every example, in the order of their ids
 * @param mistakes wrong answers, in the order of their ids; the number is limited
 * @param failures the distinct failures; the number is limited
 * @param usage calls and tokens, including those of the judge
 * @param criticalPathMillis latency of the slowest example in milliseconds, from the forward call
 *     to the score
 * @param judgeUsage the judge's share of the usage; null if no judge scored
 * @param notes what the run should know about its models, such as a parameter that one does not
 *     take; null if there is nothing
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
    @Nullable List<String> notes)
    implements Event {

  /** The result of an evaluation without a judge. */
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
        null,
        null);
  }

  /** A result without notes. */
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
        null);
  }

  public BatchScored {
    Objects.requireNonNull(evaluation, "BatchScored.evaluation is missing");
    Objects.requireNonNull(usage, "BatchScored.usage is missing");
    notes = Notes.of(notes);
    examples = examples == null ? List.of() : List.copyOf(examples);
    mistakes = mistakes == null ? List.of() : List.copyOf(mistakes);
    failures = failures == null ? List.of() : List.copyOf(failures);
    int size = evaluation.size();
    if (correct < 0 || failed < 0 || correct + failed > size) {
      throw new IllegalArgumentException(
          "BatchScored has correct %d and failed %d of %d examples; both must be 0 or more and fit the size"
              .formatted(correct, failed, size));
    }
    if (!(score >= 0 && score <= 1)) {
      throw new IllegalArgumentException("BatchScored.score is " + score + "; must be 0 to 1");
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
