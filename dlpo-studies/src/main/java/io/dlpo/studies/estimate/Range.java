package io.dlpo.studies.estimate;

import java.util.Arrays;

/**
 * The distribution of a quantity over all simulated runs.
 *
 * @param expected mean
 * @param low 10th percentile
 * @param high 90th percentile
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
   * The distribution of these values.
   *
   * @param values at least one
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
