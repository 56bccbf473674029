package io.dlpo.core.signature;

import io.dlpo.core.step.AggregateScore;
import java.util.Locale;
import java.util.Optional;

/**
 * Detects overfitting: a prompt does well on the examples for which it was made or chosen, and
 * clearly worse on others.
 */
final class Overfitting {

  /** Minimum difference in accuracy that is worth a warning, however significant it is. */
  static final double LEAST_GAP = 0.1;

  /**
   * Minimum number of examples on either side. With fewer, no difference is significant, and the
   * normal approximation behind {@link #LEAST_DEVIATIONS} does not hold.
   */
  static final int LEAST_EXAMPLES = 20;

  /**
   * Minimum difference in standard deviations, assuming that both samples have the same accuracy.
   * By chance, one comparison in 160 exceeds it. A run makes about ten comparisons.
   */
  static final double LEAST_DEVIATIONS = 2.5;

  private static final double ROUNDING = 1e-9;

  private Overfitting() {}

  /**
   * @param fitted score of a prompt on the examples for which it was made or chosen
   * @param held score of the same prompt on other examples
   */
  static Optional<Signature> between(SplitScore fitted, SplitScore held) {
    AggregateScore fit = fitted.aggregate();
    AggregateScore other = held.aggregate();
    double gap = fit.score() - other.score();
    if (Math.min(fit.total(), other.total()) < LEAST_EXAMPLES
        || gap < LEAST_GAP - ROUNDING
        || gap < LEAST_DEVIATIONS * deviation(fit, other)) {
      return Optional.empty();
    }
    return Optional.of(
        new Signature(
            SignatureKind.OVERFITTING,
            String.format(
                Locale.ROOT,
                "Overfitting: a prompt has an accuracy of %.2f on %d examples of %s, but of %.2f on %d"
                    + " of %s. Switch on optimizer.regularization, or give dataset.split.train and"
                    + " dataset.split.validation more rows.",
                fit.score(),
                fit.total(),
                fitted.name(),
                other.score(),
                other.total(),
                held.name())));
  }

  /**
   * Returns the standard deviation of the difference, assuming that both have the pooled accuracy.
   * For graded scores it is an overestimate, because they vary less than binary ones.
   */
  private static double deviation(AggregateScore one, AggregateScore other) {
    double all = one.plus(other).score();
    return Math.sqrt(all * (1 - all) * (1.0 / one.total() + 1.0 / other.total()));
  }
}
