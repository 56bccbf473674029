package io.dlpo.core.statistics;

import java.util.List;
import org.apache.commons.statistics.inference.OneWayAnova;

/**
 * The Brown-Forsythe test for equal variances: a one-way analysis of variance of the distances from
 * each sample's median. It does not require normally distributed values.
 */
public final class BrownForsythe {

  private BrownForsythe() {}

  /**
   * Compares the variances of two or more samples.
   *
   * @return F and its p-value; undefined if a sample has a single value, or if the distances are
   *     constant within every sample
   */
  public static TestResult test(List<Sample> samples) {
    if (samples.size() < 2) {
      throw new IllegalArgumentException(
          "BrownForsythe has " + samples.size() + " samples; must have 2 or more");
    }
    if (samples.stream().anyMatch(sample -> sample.size() < 2)) {
      return TestResult.UNDEFINED;
    }
    List<Sample> distances = samples.stream().map(BrownForsythe::distances).toList();
    if (distances.stream().allMatch(Sample::isConstant)) {
      return haveSameMean(distances) ? new TestResult(0.0, 1.0) : TestResult.UNDEFINED;
    }
    OneWayAnova.Result anova =
        OneWayAnova.withDefaults().test(distances.stream().map(Sample::array).toList());
    return new TestResult(anova.getStatistic(), anova.getPValue());
  }

  private static Sample distances(Sample sample) {
    double median = sample.median();
    return new Sample(sample.values().stream().map(value -> Math.abs(value - median)).toList());
  }

  private static boolean haveSameMean(List<Sample> samples) {
    return new Sample(samples.stream().map(Sample::mean).toList()).isConstant();
  }
}
