package io.dlpo.core.statistics;

import java.util.Collections;
import org.apache.commons.statistics.distribution.TDistribution;
import org.jspecify.annotations.Nullable;

/**
 * Descriptive statistics of a sample.
 *
 * @param count number of values
 * @param mean arithmetic mean
 * @param deviation standard deviation, with n − 1; null for a single value
 * @param interval 95 % interval of the mean, by Student's t; null for a single value
 * @param median the median
 * @param least minimum
 * @param most maximum
 */
public record SampleSummary(
    int count,
    double mean,
    @Nullable Double deviation,
    @Nullable Interval interval,
    double median,
    double least,
    double most) {

  /** Summarizes a sample. */
  public static SampleSummary of(Sample sample) {
    int count = sample.size();
    double mean = sample.mean();
    double variance = sample.variance();
    return new SampleSummary(
        count,
        mean,
        count == 1 ? null : Math.sqrt(variance),
        count == 1
            ? null
            : Interval.around(mean, quantile(count - 1.0) * Math.sqrt(variance / count)),
        sample.median(),
        Collections.min(sample.values()),
        Collections.max(sample.values()));
  }

  /** Half the width of a 95 % interval, in standard errors. */
  static double quantile(double degreesOfFreedom) {
    return TDistribution.of(degreesOfFreedom)
        .inverseCumulativeProbability((1 + Interval.CONFIDENCE) / 2);
  }
}
