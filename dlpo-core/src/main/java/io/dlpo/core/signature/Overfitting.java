package io.dlpo.core.signature;

import io.dlpo.core.step.AggregateScore;
import java.util.Locale;
import java.util.Optional;

/**
 * Recognises overfitting: a prompt does well on the examples that it was made or chosen by, and
 * clearly worse on others.
 */
final class Overfitting {

  /** Least difference in accuracy that is worth a warning, however certain it is. */
  static final double LEAST_GAP = 0.1;

  /**
   * Least number of examples on either side. Below, no difference is certain, and the normal
   * approximation under {@link #LEAST_DEVIATIONS} does not hold.
   */
  static final int LEAST_EXAMPLES = 20;

  /**
   * Least difference in standard deviations, as two samples of one and the same accuracy would
   * differ: chance alone goes that far in one comparison of 160. A run makes some ten of them.
   */
  static final double LEAST_DEVIATIONS = 2.5;

  private static final double ROUNDING = 1e-9;

  private Overfitting() {}

  /**
   * @param fitted right answers of a prompt where it was made or chosen, with the words for it
   * @param held right answers of the same prompt elsewhere
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
   * Standard deviation of the difference, if both have the accuracy of all together. Graded scores
   * deviate less than right and wrong answers do, so for them it is rather too large.
   */
  private static double deviation(AggregateScore one, AggregateScore other) {
    double all = one.plus(other).score();
    return Math.sqrt(all * (1 - all) * (1.0 / one.total() + 1.0 / other.total()));
  }
}
