package io.dlpo.core.statistics;

import org.apache.commons.statistics.interval.BinomialConfidenceInterval;

/**
 * A confidence interval.
 *
 * @param lower its lower end
 * @param upper its upper end, not under the lower
 */
public record Interval(double lower, double upper) {

  /** The confidence of every interval here. */
  public static final double CONFIDENCE = 0.95;

  public Interval {
    if (!(lower <= upper)) {
      throw new IllegalArgumentException(
          "Interval is %s to %s; allowed is a lower end that is not over the upper"
              .formatted(lower, upper));
    }
  }

  /**
   * Of a share of right answers: Wilson's score interval, which holds for small counts and at 0 and
   * 1 too.
   *
   * @param right of all, 0 to {@code total}
   * @param total 1 or more
   */
  public static Interval wilson(int right, int total) {
    var wilson =
        BinomialConfidenceInterval.WILSON_SCORE.fromErrorRate(total, right, 1 - CONFIDENCE);
    // Without any, or with all right, the bound is exactly 0 or 1; the formula rounds.
    return new Interval(
        right == 0 ? 0 : wilson.getLowerBound(), right == total ? 1 : wilson.getUpperBound());
  }

  /** The values at most {@code half} away from a centre. */
  static Interval around(double centre, double half) {
    return new Interval(centre - half, centre + half);
  }
}
