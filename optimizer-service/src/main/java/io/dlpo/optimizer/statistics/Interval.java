package io.dlpo.optimizer.statistics;

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

  /** The values at most {@code half} away from a centre. */
  static Interval around(double centre, double half) {
    return new Interval(centre - half, centre + half);
  }
}
