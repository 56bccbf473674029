package io.dlpo.core.statistics;

import org.apache.commons.math3.stat.interval.ConfidenceInterval;
import org.apache.commons.math3.stat.interval.WilsonScoreInterval;

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
    ConfidenceInterval interval =
        new WilsonScoreInterval().createInterval(total, right, CONFIDENCE);
    // It begins and ends exactly here; rounding is not to take it away.
    return new Interval(
        right == 0 ? 0 : interval.getLowerBound(), right == total ? 1 : interval.getUpperBound());
  }

  /** The values at most {@code half} away from a centre. */
  static Interval around(double centre, double half) {
    return new Interval(centre - half, centre + half);
  }
}
