package io.dlpo.core.signature;

import io.dlpo.core.step.AggregateScore;
import java.util.Locale;
import java.util.Optional;

/**
 * Recognises stagnation: many updates in a row improve nothing, though there is much to improve.
 */
final class Stagnation {

  /**
   * Least number of updates in a row. In a run that still learns one update of three improves
   * something or more: then six without any are rarer than one in ten.
   */
  static final int LEAST_UPDATES = 6;

  /** Accuracy from which on there is too little left to improve for updates to find it. */
  static final double ENOUGH = 0.95;

  private Stagnation() {}

  /**
   * @param updates in a row without an improvement
   * @param best the best accuracy so far
   * @param atFirst whether the run has had no improvement at all
   */
  static Optional<Signature> after(int updates, AggregateScore best, boolean atFirst) {
    if (updates < LEAST_UPDATES || best.score() >= ENOUGH) {
      return Optional.empty();
    }
    return Optional.of(
        new Signature(
            SignatureKind.STAGNATION,
            String.format(
                Locale.ROOT,
                "Stagnation: %d updates in a row %s an accuracy of %.2f on %d examples. Raise"
                    + " optimizer.annealing.temperature or optimizer.learningRate.limit, let them"
                    + " fall more slowly, or learn from larger batches (optimizer.batchSize).",
                updates,
                atFirst ? "from the first on brought nothing better than" : "did not improve on",
                best.score(),
                best.total())));
  }
}
