package io.dlpo.core.statistics;

import org.apache.commons.statistics.distribution.TDistribution;
import org.jspecify.annotations.Nullable;

/**
 * A comparison of two means by Student's t test.
 *
 * @param difference the second mean minus the first
 * @param interval 95 % interval of the difference; null if the variance cannot be estimated
 * @param test two-sided; undefined if the values are constant but the means differ
 */
public record MeanComparison(double difference, @Nullable Interval interval, TestResult test) {

  /**
   * Compares paired values, such as those of the same seed.
   *
   * @throws IllegalArgumentException if the samples differ in size
   */
  public static MeanComparison paired(Sample first, Sample second) {
    Sample differences = second.minus(first);
    int count = differences.size();
    return of(differences.mean(), differences.variance() / count, count - 1.0);
  }

  /** Compares independent samples by Welch's test; sizes and variances may differ. */
  public static MeanComparison unpaired(Sample first, Sample second) {
    double one = first.variance() / first.size();
    double two = second.variance() / second.size();
    double degreesOfFreedom =
        (one + two)
            * (one + two)
            / (one * one / (first.size() - 1) + two * two / (second.size() - 1));
    return of(second.mean() - first.mean(), one + two, degreesOfFreedom);
  }

  private static MeanComparison of(double difference, double variance, double degreesOfFreedom) {
    if (Double.isNaN(variance)) {
      return new MeanComparison(difference, null, TestResult.UNDEFINED);
    }
    if (variance == 0) {
      TestResult test = difference == 0 ? new TestResult(0.0, 1.0) : TestResult.UNDEFINED;
      return new MeanComparison(difference, null, test);
    }
    double error = Math.sqrt(variance);
    double t = difference / error;
    double p = 2 * TDistribution.of(degreesOfFreedom).survivalProbability(Math.abs(t));
    return new MeanComparison(
        difference,
        Interval.around(difference, SampleSummary.quantile(degreesOfFreedom) * error),
        new TestResult(t, p));
  }
}
