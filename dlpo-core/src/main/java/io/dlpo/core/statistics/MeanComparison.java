package io.dlpo.core.statistics;

import org.apache.commons.math3.distribution.TDistribution;
import org.jspecify.annotations.Nullable;

/**
 * Two means compared by Student's t.
 *
 * @param difference the second mean minus the first
 * @param interval 95 % interval of the difference; null where no spread can be estimated
 * @param test two-sided; undefined if there is no spread but a difference
 */
public record MeanComparison(double difference, @Nullable Interval interval, TestResult test) {

  /**
   * Compares values that belong together pair by pair, such as those of the same seed.
   *
   * @throws IllegalArgumentException if the samples differ in size
   */
  public static MeanComparison paired(Sample first, Sample second) {
    Sample differences = second.minus(first);
    int count = differences.size();
    return of(differences.mean(), differences.variance() / count, count - 1.0);
  }

  /** Compares samples of whatever sizes and variances, by Welch's test. */
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
    double p = 2 * new TDistribution(null, degreesOfFreedom).cumulativeProbability(-Math.abs(t));
    return new MeanComparison(
        difference,
        Interval.around(difference, SampleSummary.quantile(degreesOfFreedom) * error),
        new TestResult(t, p));
  }
}
