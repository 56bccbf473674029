package io.dlpo.optimizer.spec;

import io.dlpo.contracts.metric.JudgeMetric;
import io.dlpo.contracts.metric.Metric;
import io.dlpo.optimizer.budget.Budget;
import io.dlpo.optimizer.refusal.Problem;
import io.dlpo.optimizer.run.AcceptanceSplit;
import io.dlpo.optimizer.run.AnnealingSettings;
import io.dlpo.optimizer.run.AnnealingStart;
import io.dlpo.optimizer.run.OptimizerSettings;
import io.dlpo.optimizer.run.Splits;
import java.util.List;

/**
 * Whether a budget lets a run begin: with less than its first step needs, nothing would come of it.
 *
 * @param budget the limits
 * @param optimizer the loop
 * @param metric how answers are scored
 * @param splits the examples
 */
record BudgetCheck(Budget budget, OptimizerSettings optimizer, Metric metric, Splits splits) {

  void addTo(List<Problem> problems) {
    Integer calls = budget.calls();
    int least = least();
    if (calls != null && calls < least) {
      problems.add(
          Problem.of(
              "budget.calls",
              String.valueOf(calls),
              "%d or more: %d for the initial prompt, %d for a first step%s"
                  .formatted(least, initial(), step(), test())));
    }
  }

  private int least() {
    return initial() + step() + (budget.test() ? 2 * splits.test().size() * each() : 0);
  }

  private int step() {
    return optimizer.batchSize() * (each() + 1) + 2;
  }

  private int initial() {
    AnnealingSettings annealing = optimizer.annealing();
    int validation = splits.validation().size() * each();
    if (annealing == null) {
      return validation;
    }
    boolean validates = annealing.split() == AcceptanceSplit.VALIDATION;
    int whole = (validates ? splits.validation() : splits.train()).size();
    int scored =
        annealing.start() == AnnealingStart.ZERO
            ? 0
            : each() * (annealing.examples() == 0 ? whole : Math.min(whole, annealing.examples()));
    return validates ? scored : scored + validation;
  }

  private String test() {
    return budget.test() && !splits.test().isEmpty()
        ? ", %d for the final test (which does not count with budget.test: false)"
            .formatted(2 * splits.test().size() * each())
        : "";
  }

  private int each() {
    return metric instanceof JudgeMetric ? 2 : 1;
  }
}
