package io.dlpo.optimizer.run;

import io.dlpo.contracts.evaluation.Example;
import io.dlpo.contracts.id.RunId;
import java.util.List;
import java.util.Objects;

/**
 * What a run works on; it stays the same from begin to end, but for the time. Settings that do not
 * fit the splits are refused with an {@link IllegalArgumentException}.
 *
 * @param runId the run
 * @param settings resolved settings
 * @param splits the examples
 * @param elapsedMillis time since the request; only reported, never decides
 */
public record RunContext(RunId runId, RunSettings settings, Splits splits, long elapsedMillis) {

  public RunContext {
    Objects.requireNonNull(runId, "runId is missing");
    Objects.requireNonNull(settings, "settings is missing");
    Objects.requireNonNull(splits, "splits is missing");
    int batchSize = settings.optimizer().batchSize();
    if (batchSize > splits.train().size()) {
      throw new IllegalArgumentException(
          "optimizer.batchSize is %d; allowed is 1 to %d, the size of the train split"
              .formatted(batchSize, splits.train().size()));
    }
    AnnealingSettings annealing = settings.optimizer().annealing();
    if (annealing != null
        && annealing.split() == AcceptanceSplit.VALIDATION
        && splits.validation().isEmpty()) {
      throw new IllegalArgumentException(
          "optimizer.annealing.split is VALIDATION, but the validation split is empty; allowed is"
              + " TRAIN, or a validation split of 1 example or more");
    }
  }

  /** The acceptance set; empty if annealing is off. */
  List<Example> acceptanceSet() {
    AnnealingSettings annealing = settings.optimizer().annealing();
    if (annealing == null) {
      return List.of();
    }
    List<Example> split =
        annealing.split() == AcceptanceSplit.TRAIN ? splits.train() : splits.validation();
    int examples = annealing.examples() == 0 ? split.size() : annealing.examples();
    return split.subList(0, Math.min(examples, split.size()));
  }

  /** Whether an acceptance score is a validation score as well. */
  boolean acceptanceValidates() {
    AnnealingSettings annealing = settings.optimizer().annealing();
    return annealing != null && annealing.split() == AcceptanceSplit.VALIDATION;
  }
}
