package io.dlpo.core.spec;

import io.dlpo.contracts.metric.Metric;
import io.dlpo.core.budget.Budget;
import io.dlpo.core.refusal.Problem;
import io.dlpo.core.run.AcceptanceSplit;
import io.dlpo.core.run.AnnealingSettings;
import io.dlpo.core.run.AnnealingStart;
import io.dlpo.core.run.BatchSource;
import io.dlpo.core.run.OptimizerSettings;
import io.dlpo.core.run.Splits;
import java.util.List;

/**
 * Checks that a budget covers at least the initial prompt, the first step and the final test, and
 * that chains can divide it.
 *
 * @param budget the limits
 * @param optimizer the optimization loop
 * @param metric how answers are scored
 * @param splits the examples
 */
record BudgetCheck(Budget budget, OptimizerSettings optimizer, Metric metric, Splits splits) {

  void addTo(List<Problem> problems) {
    checkChains(problems);
    Integer calls = budget.calls();
    int least = least();
    if (calls != null && calls < least) {
      problems.add(
          Wording.mustBe(
              "budget.calls",
              String.valueOf(calls),
              "%d or more: %d for the initial prompt, %d for a first step%s%s"
                  .formatted(least, initial(), step(), choice(), test())));
    }
  }

  /** What is left of tokens and money cannot be divided: a batch may take more than is left. */
  private void checkChains(List<Problem> problems) {
    AnnealingSettings annealing = optimizer.annealing();
    if (annealing != null
        && annealing.chains() > 1
        && (budget.tokens() != null || budget.money() != null)) {
      problems.add(
          Wording.mustBe(
              "optimizer.annealing.chains",
              String.valueOf(annealing.chains()),
              "1 with budget.tokens or budget.usd; use budget.calls instead"));
    }
  }

  private int least() {
    return initial() + step() + chosen() + tested();
  }

  /** The batch, its critiques, the update, and the first round of a race. */
  private int step() {
    int batch = optimizer.batchFrom() == BatchSource.MISTAKES ? 0 : optimizer.batchSize() * each();
    int critiques = optimizer.form().critiqueCalls(optimizer.batchSize());
    return batch + critiques + 1 + optimizer.firstRound(splits) * each();
  }

  private int initial() {
    AnnealingSettings annealing = optimizer.annealing();
    boolean scored = annealing != null && annealing.start() != AnnealingStart.ZERO;
    boolean more = !validates() && optimizer.validation().validatesSteps();
    return each() * ((scored ? compared() : 0) + (more ? splits.validation().size() : 0));
  }

  private int compared() {
    AnnealingSettings annealing = optimizer.annealing();
    return annealing == null ? 0 : annealing.acceptanceSet(splits).size();
  }

  private boolean validates() {
    AnnealingSettings annealing = optimizer.annealing();
    return annealing != null && annealing.split() == AcceptanceSplit.VALIDATION;
  }

  private int chosen() {
    return optimizer.finalChoice(splits) * each();
  }

  private String choice() {
    return chosen() == 0 ? "" : ", %d for the final choice".formatted(chosen());
  }

  private int tested() {
    return budget.test() ? Budget.TESTED_PROMPTS * splits.test().size() * each() : 0;
  }

  private String test() {
    return tested() == 0
        ? ""
        : ", %d for the final test (which does not count with budget.test: false)"
            .formatted(tested());
  }

  private int each() {
    return Budget.callsPerExample(metric);
  }
}
