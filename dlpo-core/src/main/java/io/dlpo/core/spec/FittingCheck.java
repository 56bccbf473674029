package io.dlpo.core.spec;

import io.dlpo.core.refusal.Problem;
import io.dlpo.core.run.AcceptanceSplit;
import io.dlpo.core.run.AnnealingSettings;
import io.dlpo.core.run.OptimizerSettings;
import io.dlpo.core.run.Splits;
import java.util.List;

/**
 * Checks that the optimizer's settings fit the splits.
 *
 * @param optimizer the settings
 * @param splits the examples
 */
record FittingCheck(OptimizerSettings optimizer, Splits splits) {

  void addTo(List<Problem> problems) {
    int train = splits.train().size();
    if (optimizer.batchSize() > train) {
      problems.add(
          Wording.mustBe(
              "optimizer.batchSize",
              String.valueOf(optimizer.batchSize()),
              "1 to " + train + ", the size of the train split"));
    }
    AnnealingSettings annealing = optimizer.annealing();
    if (annealing != null
        && annealing.split() == AcceptanceSplit.VALIDATION
        && splits.validation().isEmpty()) {
      problems.add(
          Wording.mustBe(
              "dataset.split.validation",
              "0",
              "1 or more, or optimizer.annealing.split: TRAIN, or optimizer.annealing: false"));
    }
  }
}
