package io.dlpo.studies.estimate;

import java.util.Arrays;

/**
 * A quantity over all rehearsals.
 *
 * @param expected its mean
 * @param low a tenth of the rehearsals were under it
 * @param high a tenth of the rehearsals were over it
 */
public record Range(double expected, double low, double high) {

  private static final double TENTH = 0.1;

  public Range {
    if (!(low <= high)) {
      throw new IllegalArgumentException(
          "Range is " + low + " to " + high + "; low must not be over high");
    }
  }

  /**
   * The range of values.
   *
   * @param values 1 or more
   */
  static Range of(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return new Range(
        Arrays.stream(values).average().orElseThrow(),
        quantile(sorted, TENTH),
        quantile(sorted, 1 - TENTH));
  }

  private static double quantile(double[] sorted, double share) {
    return sorted[(int) Math.round(share * (sorted.length - 1))];
  }
}
