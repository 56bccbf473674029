package io.dlpo.core.run;

import io.dlpo.contracts.evaluation.Example;
import io.dlpo.contracts.id.RunId;
import io.dlpo.core.step.AggregateScore;
import io.dlpo.core.step.Draws;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * The inputs of a run. All but the elapsed time are constant. Throws an {@link
 * IllegalArgumentException} if the settings do not fit the splits.
 *
 * @param runId the run
 * @param settings resolved settings
 * @param splits the examples
 * @param elapsedMillis time since the request; for reporting only, has no effect on decisions
 */
public record RunContext(RunId runId, RunSettings settings, Splits splits, long elapsedMillis) {

  public RunContext {
    Objects.requireNonNull(runId, "runId is missing");
    Objects.requireNonNull(settings, "settings is missing");
    Objects.requireNonNull(splits, "splits is missing");
    int batchSize = settings.optimizer().batchSize();
    if (batchSize > splits.train().size()) {
      throw new IllegalArgumentException(
          "optimizer.batchSize is %d; must be 1 to %d, the size of the train split"
              .formatted(batchSize, splits.train().size()));
    }
    AnnealingSettings annealing = settings.optimizer().annealing();
    if (annealing != null
        && annealing.split() == AcceptanceSplit.VALIDATION
        && splits.validation().isEmpty()) {
      throw new IllegalArgumentException(
          "optimizer.annealing.split is VALIDATION, but the validation split is empty; must be"
              + " TRAIN, or add examples to the validation split");
    }
  }

  /** Returns the acceptance set, or an empty list if annealing is off. */
  List<Example> acceptanceSet() {
    AnnealingSettings annealing = settings.optimizer().annealing();
    if (annealing == null) {
      return List.of();
    }
    return annealing.acceptanceSet(splits);
  }

  /**
   * Returns the annealing settings.
   *
   * @throws NullPointerException if annealing is off; no candidate is scored then
   */
  AnnealingSettings annealing() {
    return Objects.requireNonNull(settings.optimizer().annealing(), "annealing is off");
  }

  /** Returns the score to compare a candidate with, or empty if nothing is scored yet. */
  Optional<AggregateScore> previousScore(RunHistory history) {
    AggregateScore scored = history.prompts().current().acceptance();
    if (scored == null && annealing().start() == AnnealingStart.ZERO) {
      return Optional.of(new AggregateScore(0, acceptanceSet().size()));
    }
    return Optional.ofNullable(scored);
  }

  /** Whether the initial prompt is scored on the acceptance set before the first step. */
  boolean scoresInitialPrompt() {
    AnnealingSettings annealing = settings.optimizer().annealing();
    return annealing != null && annealing.start() == AnnealingStart.INITIAL;
  }

  /** Draws a step's batch. It depends only on the seed, step and redraw, so it is reproducible. */
  List<Example> batch(int step, int redraw) {
    List<Example> train = splits.train();
    return Draws.of(settings.seed(), step, "batch", redraw)
        .sample(train.size(), settings.optimizer().batchSize())
        .stream()
        .map(train::get)
        .toList();
  }

  /** Whether an acceptance score is also a validation score. */
  boolean acceptanceValidates() {
    AnnealingSettings annealing = settings.optimizer().annealing();
    return annealing != null && annealing.split() == AcceptanceSplit.VALIDATION;
  }
}
