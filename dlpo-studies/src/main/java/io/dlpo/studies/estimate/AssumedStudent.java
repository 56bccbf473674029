package io.dlpo.studies.estimate;

import static io.dlpo.studies.estimate.Assumption.ACCURACY_END;
import static io.dlpo.studies.estimate.Assumption.ACCURACY_START;
import static io.dlpo.studies.estimate.Assumption.CANDIDATE_BETTER;
import static io.dlpo.studies.estimate.Assumption.CANDIDATE_GAIN;
import static io.dlpo.studies.estimate.Assumption.CANDIDATE_LOSS;

import io.dlpo.contracts.evaluation.Example;
import io.dlpo.core.step.Draws;
import java.util.HashMap;
import java.util.Map;

/**
 * How good prompts are by assumption. A prompt has an accuracy, an example a difficulty, both from
 * 0 to 1; it is answered right if the prompt's accuracy is over it. So a better prompt is right on
 * the same examples and more. Not thread-safe.
 */
final class AssumedStudent {

  private final Assumptions assumptions;
  private final Draws draws;
  private final Map<String, Double> accuracy = new HashMap<>();
  private final Map<String, Double> difficulty = new HashMap<>();

  AssumedStudent(Assumptions assumptions, String initial, Draws draws) {
    this.assumptions = assumptions;
    this.draws = draws;
    accuracy.put(initial, assumptions.value(ACCURACY_START));
  }

  /** Whether a prompt leads to the right answer. */
  boolean answers(String prompt, Example example) {
    return difficulty.computeIfAbsent(example.input(), input -> draws.uniform())
        < accuracy.getOrDefault(prompt, 0.0);
  }

  /** How far a prompt has come from the first accuracy to the last, 0 to 1. */
  double progress(String prompt) {
    double start = assumptions.value(ACCURACY_START);
    double way = assumptions.value(ACCURACY_END) - start;
    return way <= 0
        ? 1
        : Math.clamp((accuracy.getOrDefault(prompt, start) - start) / way, 0.0, 1.0);
  }

  /** A prompt was made of another one; its accuracy is drawn unless it is known already. */
  void made(String parent, String candidate) {
    if (!accuracy.containsKey(candidate)) {
      accuracy.put(candidate, drawn(accuracy.getOrDefault(parent, 0.0)));
    }
  }

  private double drawn(double parent) {
    boolean better = draws.uniform() < assumptions.value(CANDIDATE_BETTER);
    if (better) {
      double missing = Math.max(0, assumptions.value(ACCURACY_END) - parent);
      return parent + Spread.around(assumptions.value(CANDIDATE_GAIN), draws) * missing;
    }
    // Between none and twice the loss that is assumed on average.
    return Math.max(0, parent - 2 * assumptions.value(CANDIDATE_LOSS) * draws.uniform());
  }
}
