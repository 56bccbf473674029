package io.dlpo.core.statistics;

import org.apache.commons.statistics.interval.BinomialConfidenceInterval;

/**
 * A confidence interval.
 *
 * @param lower lower bound
 * @param upper upper bound, at least the lower bound
 */
public record Interval(double lower, double upper) {

  /** The confidence level of all intervals in this package. */
  public static final double CONFIDENCE = 0.95;

  public Interval {
    if (!(lower <= upper)) {
      throw new IllegalArgumentException(
          "Interval is %s to %s; lower must be at most upper".formatted(lower, upper));
    }
  }

  /**
   * The interval of a proportion of correct answers: Wilson's score interval. It also holds for
   * small counts, and at 0 and 1.
   *
   * @param right number of correct answers, from 0 to {@code total}
   * @param total 1 or more
   */
  public static Interval wilson(int right, int total) {
    var wilson =
        BinomialConfidenceInterval.WILSON_SCORE.fromErrorRate(total, right, 1 - CONFIDENCE);
    // With no correct answer or only correct ones, the bound is exact; the formula rounds.
    return new Interval(
        right == 0 ? 0 : wilson.getLowerBound(), right == total ? 1 : wilson.getUpperBound());
  }

  /** The interval of {@code centre} ± {@code half}. */
  static Interval around(double centre, double half) {
    return new Interval(centre - half, centre + half);
  }
}
