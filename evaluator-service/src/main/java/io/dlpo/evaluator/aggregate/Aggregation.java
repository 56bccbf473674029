package io.dlpo.evaluator.aggregate;

import io.dlpo.contracts.evaluation.CallFailure;
import io.dlpo.contracts.evaluation.Evaluation;
import io.dlpo.contracts.evaluation.ExampleScore;
import io.dlpo.contracts.evaluation.FailureKind;
import io.dlpo.contracts.evaluation.Mistake;
import io.dlpo.contracts.evaluation.Usage;
import io.dlpo.contracts.event.BatchScored;
import io.dlpo.contracts.metric.JudgeMetric;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * Aggregates the predictions of an evaluation. The result depends only on which predictions there
 * are, not on their order.
 */
public final class Aggregation {

  /** Maximum number of distinct failures in a result. */
  static final int MAX_FAILURES = 10;

  private Aggregation() {}

  /**
   * The result of an evaluation.
   *
   * @param predictions the predictions that arrived; of several for one example, the first is used
   * @param maxMistakes maximum number of mistakes in the result, 0 or more
   */
  public static BatchScored close(
      Evaluation evaluation, Collection<ScoredPrediction> predictions, int maxMistakes) {
    List<ScoredPrediction> sorted = sorted(predictions);
    FailedExamples failed = FailedExamples.of(evaluation, sorted);
    List<ExampleScore> examples = sorted.stream().map(failed::score).toList();
    List<Double> scores =
        examples.stream().map(ExampleScore::score).filter(Objects::nonNull).toList();
    int correct = (int) scores.stream().filter(score -> score == 1).count();
    return new BatchScored(
        evaluation,
        correct,
        evaluation.size() - scores.size(),
        scores.stream().mapToDouble(Double::doubleValue).average().orElse(0),
        examples,
        mistakes(sorted, maxMistakes),
        failures(evaluation, sorted),
        sum(sorted, ScoredPrediction::usage),
        sorted.stream().mapToLong(ScoredPrediction::latencyMillis).max().orElse(0),
        evaluation.metric() instanceof JudgeMetric
            ? sum(sorted, ScoredPrediction::judgeUsage)
            : null,
        sorted.stream().flatMap(one -> one.notes().stream()).toList(),
        failed.countedWrong(),
        failed.listed());
  }

  private static Usage sum(
      List<ScoredPrediction> predictions, Function<ScoredPrediction, Usage> part) {
    return predictions.stream().map(part).reduce(Usage.NONE, Usage::plus);
  }

  private static List<ScoredPrediction> sorted(Collection<ScoredPrediction> predictions) {
    Map<String, ScoredPrediction> byExample = new TreeMap<>();
    predictions.forEach(one -> byExample.putIfAbsent(one.exampleId(), one));
    return List.copyOf(byExample.values());
  }

  private static List<Mistake> mistakes(List<ScoredPrediction> sorted, int maxMistakes) {
    MistakeBudget budget = new MistakeBudget(maxMistakes);
    return sorted.stream()
        .map(ScoredPrediction::mistake)
        .filter(Objects::nonNull)
        .takeWhile(budget::affords)
        .toList();
  }

  private static List<CallFailure> failures(Evaluation evaluation, List<ScoredPrediction> sorted) {
    List<CallFailure> failures = new ArrayList<>();
    int missing = evaluation.size() - sorted.size();
    if (missing > 0) {
      failures.add(
          new CallFailure(
              FailureKind.MISSING,
              "%d of %d predictions had not arrived at the deadline"
                  .formatted(missing, evaluation.size())));
    }
    sorted.stream()
        .map(ScoredPrediction::failure)
        .filter(Objects::nonNull)
        .distinct()
        .sorted(Comparator.comparing(CallFailure::kind).thenComparing(CallFailure::message))
        .limit(MAX_FAILURES - failures.size())
        .forEach(failures::add);
    return List.copyOf(failures);
  }
}
