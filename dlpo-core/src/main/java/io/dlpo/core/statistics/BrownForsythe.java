package io.dlpo.core.statistics;

import java.util.List;
import org.apache.commons.statistics.inference.OneWayAnova;

/**
 * The test of Brown and Forsythe: do samples spread differently? A one-way analysis of variance of
 * the distances from each sample's median, so it also holds for values that are not normal.
 */
public final class BrownForsythe {

  private BrownForsythe() {}

  /**
   * Compares the spreads of two or more samples.
   *
   * @return F and its probability; undefined if a sample has one value only, or if no sample's
   *     distances differ among themselves
   */
  public static TestResult test(List<Sample> samples) {
    if (samples.size() < 2) {
      throw new IllegalArgumentException(
          "BrownForsythe has " + samples.size() + " samples; allowed is 2 or more");
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
