package io.dlpo.core.signature;

import io.dlpo.core.step.AggregateScore;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.DoubleStream;

/**
 * Detects oscillation: the accuracy of the last accepted prompts alternately rises and falls, and
 * much of what is gained is lost again.
 */
final class Oscillation {

  /** Number of accepted prompts to check. An early oscillation that has settled is no problem. */
  static final int WINDOW = 8;

  /**
   * Minimum size of a swing, in accuracy. Harmless rewording changes two answers or fewer on the
   * usual 40 to 50 examples, which is a smaller swing.
   */
  static final double LEAST_SWING = 0.05;

  /**
   * Minimum number of swings, counting up and down separately. A single worse prompt that annealing
   * accepts makes two swings, which is intended; repeated ones are not.
   */
  static final int LEAST_SWINGS = 4;

  /** Minimum share of the gains that was lost again. Below it, the run improves with setbacks. */
  static final double LEAST_LOSS = 0.5;

  private static final double ROUNDING = 1e-9;

  private Oscillation() {}

  /**
   * @param accuracies of the accepted prompts, in order, all on the same examples
   */
  static Optional<Signature> in(List<AggregateScore> accuracies) {
    List<AggregateScore> last =
        accuracies.subList(Math.max(0, accuracies.size() - WINDOW), accuracies.size());
    double[] scores = last.stream().mapToDouble(AggregateScore::score).toArray();
    int swings = swings(scores);
    if (swings < LEAST_SWINGS || lost(scores) < LEAST_LOSS * won(scores) - ROUNDING) {
      return Optional.empty();
    }
    return Optional.of(
        new Signature(
            SignatureKind.OSCILLATION,
            String.format(
                Locale.ROOT,
                "Oscillation: accuracy swung %d times between %.2f and %.2f over the last %d accepted"
                    + " prompts. Allow fewer edits a step (optimizer.learningRate.limit), or switch"
                    + " on optimizer.dropout or optimizer.momentum.",
                swings,
                DoubleStream.of(scores).min().orElseThrow(),
                DoubleStream.of(scores).max().orElseThrow(),
                scores.length)));
  }

  /** Counts the alternating movements of at least the minimum size. */
  private static int swings(double[] scores) {
    int swings = 0;
    int direction = 0;
    double low = Double.POSITIVE_INFINITY;
    double high = Double.NEGATIVE_INFINITY;
    for (double score : scores) {
      low = Math.min(low, score);
      high = Math.max(high, score);
      if (direction <= 0 && score - low >= LEAST_SWING - ROUNDING) {
        direction = 1;
        high = score;
        swings++;
      } else if (direction >= 0 && high - score >= LEAST_SWING - ROUNDING) {
        direction = -1;
        low = score;
        swings++;
      }
    }
    return swings;
  }

  private static double won(double[] scores) {
    double sum = 0;
    for (int i = 1; i < scores.length; i++) {
      sum += Math.max(scores[i] - scores[i - 1], 0);
    }
    return sum;
  }

  private static double lost(double[] scores) {
    double sum = 0;
    for (int i = 1; i < scores.length; i++) {
      sum += Math.max(scores[i - 1] - scores[i], 0);
    }
    return sum;
  }
}
