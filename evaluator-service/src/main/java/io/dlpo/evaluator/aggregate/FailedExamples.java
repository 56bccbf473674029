package io.dlpo.evaluator.aggregate;

import io.dlpo.contracts.evaluation.CallFailure;
import io.dlpo.contracts.evaluation.Evaluation;
import io.dlpo.contracts.evaluation.ExampleScore;
import io.dlpo.contracts.evaluation.FailedExample;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The failed examples of an evaluation. Either all of them count as wrong answers or none does.
 *
 * @param all in the order of their ids
 * @param tolerated whether they count as wrong answers
 */
record FailedExamples(List<FailedExample> all, boolean tolerated) {

  /** Maximum number of failed examples in a result, which must fit into one Kafka record. */
  static final int MAX_LISTED = 50;

  /**
   * Failed examples are tolerated if there are no more than the evaluation tolerates, each failure
   * may be the example's own fault, and no prediction is missing.
   *
   * @param sorted one prediction for each example that has one, in the order of the examples' ids
   */
  static FailedExamples of(Evaluation evaluation, List<ScoredPrediction> sorted) {
    List<FailedExample> all = new ArrayList<>();
    for (ScoredPrediction prediction : sorted) {
      CallFailure failure = prediction.failure();
      if (failure != null) {
        all.add(FailedExample.of(prediction.exampleId(), failure));
      }
    }
    Integer most = evaluation.tolerated();
    boolean tolerated =
        most != null
            && all.size() <= most
            && all.stream().allMatch(failed -> failed.kind().isOfExample())
            && sorted.size() == evaluation.size();
    return new FailedExamples(List.copyOf(all), tolerated);
  }

  /** The score of an example; null if its call failed and does not count as wrong. */
  ExampleScore score(ScoredPrediction prediction) {
    Double score = prediction.score();
    return new ExampleScore(
        prediction.exampleId(), score == null && tolerated ? Double.valueOf(0) : score);
  }

  /** The number of failed examples that count as wrong; null if there are none. */
  @Nullable Integer countedWrong() {
    return tolerated && !all.isEmpty() ? all.size() : null;
  }

  /** The first failed examples; null if there are none. */
  @Nullable List<FailedExample> listed() {
    return all.isEmpty() ? null : all.subList(0, Math.min(all.size(), MAX_LISTED));
  }
}
