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
 * Simulates a forward model. Each prompt has an accuracy and each example a difficulty, both from 0
 * to 1; the answer is correct if the accuracy exceeds the difficulty. So a better prompt answers
 * the same examples correctly, and more. Not thread-safe.
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

  /** Whether the answer is correct with this prompt. */
  boolean answers(String prompt, Example example) {
    return difficulty.computeIfAbsent(example.question(), question -> draws.uniform())
        < accuracy.getOrDefault(prompt, 0.0);
  }

  /** The prompt's progress from the initial accuracy to the final one, from 0 to 1. */
  double progress(String prompt) {
    double start = assumptions.value(ACCURACY_START);
    double way = assumptions.value(ACCURACY_END) - start;
    return way <= 0
        ? 1
        : Math.clamp((accuracy.getOrDefault(prompt, start) - start) / way, 0.0, 1.0);
  }

  /** Registers a candidate. Its accuracy is drawn, unless the candidate already has one. */
  void made(String parent, String candidate) {
    if (!accuracy.containsKey(candidate)) {
      accuracy.put(candidate, drawn(accuracy.getOrDefault(parent, 0.0)));
    }
  }

  private double drawn(double parent) {
    boolean better = draws.uniform() < assumptions.value(CANDIDATE_BETTER);
    if (better) {
      double missing = Math.max(0, assumptions.value(ACCURACY_END) - parent);
      return parent + RandomShare.around(assumptions.value(CANDIDATE_GAIN), draws) * missing;
    }
    // Uniform between 0 and twice the assumed mean loss.
    return Math.max(0, parent - 2 * assumptions.value(CANDIDATE_LOSS) * draws.uniform());
  }
}
