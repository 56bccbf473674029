package io.dlpo.core.statistics;

import java.util.List;
import org.apache.commons.math3.special.Beta;

/**
 * The test of Brown and Forsythe: do samples spread differently? An analysis of variance of the
 * distances from each sample's median, so that it holds for values that are not normal.
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
    double within =
        distances.stream().mapToDouble(sample -> sample.variance() * (sample.size() - 1)).sum();
    int betweenDegrees = samples.size() - 1;
    int withinDegrees = samples.stream().mapToInt(Sample::size).sum() - samples.size();
    if (within == 0) {
      return haveSameMean(distances) ? new TestResult(0.0, 1.0) : TestResult.UNDEFINED;
    }
    double f = between(distances) / betweenDegrees / (within / withinDegrees);
    return new TestResult(f, tail(f, betweenDegrees, withinDegrees));
  }

  private static Sample distances(Sample sample) {
    double median = sample.median();
    return new Sample(sample.values().stream().map(value -> Math.abs(value - median)).toList());
  }

  /** The probability of such an F or a larger one, which keeps its digits when it is small. */
  private static double tail(double f, double betweenDegrees, double withinDegrees) {
    double rest = withinDegrees / (withinDegrees + betweenDegrees * f);
    return Beta.regularizedBeta(rest, withinDegrees / 2, betweenDegrees / 2);
  }

  private static boolean haveSameMean(List<Sample> samples) {
    return new Sample(samples.stream().map(Sample::mean).toList()).isConstant();
  }

  /** Squares between the samples' means, weighted by their sizes. */
  private static double between(List<Sample> samples) {
    int count = samples.stream().mapToInt(Sample::size).sum();
    double grand =
        samples.stream().mapToDouble(sample -> sample.mean() * sample.size()).sum() / count;
    return samples.stream()
        .mapToDouble(sample -> sample.size() * Math.pow(sample.mean() - grand, 2))
        .sum();
  }
}
