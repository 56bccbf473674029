package io.dlpo.core.signature;

import io.dlpo.core.step.AggregateScore;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Detects stagnation: many consecutive updates bring no improvement, although there is room for it.
 */
final class Stagnation {

  /**
   * Minimum number of consecutive updates without improvement. In a run that still learns, at least
   * one update in three improves something, so six failures in a row have a probability below 0.1.
   */
  static final int LEAST_UPDATES = 6;

  /** Accuracy above which too little is left for updates to improve. */
  static final double ENOUGH = 0.95;

  private Stagnation() {}

  /**
   * @param updates number of consecutive updates without improvement
   * @param lost which of them gave no candidate
   * @param best the best accuracy so far
   * @param atFirst whether the run has not improved at all
   */
  static Optional<Signature> after(
      int updates, LostUpdates lost, AggregateScore best, boolean atFirst) {
    if (updates < LEAST_UPDATES || best.score() >= ENOUGH) {
      return Optional.empty();
    }
    return Optional.of(
        new Signature(
            SignatureKind.STAGNATION,
            String.format(
                Locale.ROOT,
                "Stagnation: %d updates in a row %s an accuracy of %.2f on %d examples. %s",
                updates,
                atFirst ? "from the first on brought nothing better than" : "did not improve on",
                best.score(),
                best.total(),
                advice(updates, lost))));
  }

  /**
   * Names the settings behind the causes. Annealing and the size of the steps are one only if most
   * updates gave a candidate.
   */
  private static String advice(int updates, LostUpdates lost) {
    List<String> causes = new ArrayList<>();
    if (2 * (updates - lost.sum()) > updates) {
      causes.add(
          "Raise optimizer.annealing.temperature or optimizer.learningRate.limit, let them fall"
              + " more slowly, or learn from larger batches (optimizer.batchSize).");
    }
    if (lost.unreadable() > 0) {
      causes.add(
          lost.unreadable()
              + " of them could not be read: use a stronger backward model"
              + " (engines.backward.model), or set engines.backward.maxTokens higher if its replies"
              + " are cut off.");
    }
    if (2 * lost.unchanged() >= updates) {
      causes.add(
          lost.unchanged()
              + " of them changed nothing: see in the steps which edits were refused and why, or"
              + " use a stronger backward model (engines.backward.model).");
    }
    return String.join(" ", causes);
  }
}
