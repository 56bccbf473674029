package io.dlpo.core.statistics;

import java.util.Collections;
import java.util.List;
import java.util.stream.DoubleStream;
import org.apache.commons.statistics.descriptive.Mean;
import org.apache.commons.statistics.descriptive.Median;
import org.apache.commons.statistics.descriptive.Variance;

/**
 * A nonempty sample of values.
 *
 * @param values their order determines the pairs with another sample
 */
public record Sample(List<Double> values) {

  /** Tolerance for rounding errors, relative to values of 1 and more. */
  private static final double ROUNDING = 1e-12;

  public Sample {
    values = List.copyOf(values);
    if (values.isEmpty() || !values.stream().allMatch(Double::isFinite)) {
      throw new IllegalArgumentException(
          "Sample.values is " + values + "; must be 1 or more finite numbers");
    }
  }

  public static Sample of(double... values) {
    return new Sample(DoubleStream.of(values).boxed().toList());
  }

  public int size() {
    return values.size();
  }

  public double mean() {
    return Mean.of(array()).getAsDouble();
  }

  public double median() {
    return Median.withDefaults().evaluate(array());
  }

  /** Sample variance, with n − 1; NaN for a single value. */
  double variance() {
    return size() == 1 ? Double.NaN : isConstant() ? 0 : Variance.of(array()).getAsDouble();
  }

  /** Whether all values are equal, apart from rounding errors. */
  boolean isConstant() {
    return areSame(Collections.min(values), Collections.max(values));
  }

  private static boolean areSame(double one, double other) {
    return Math.abs(one - other) <= ROUNDING * Math.max(1, Math.abs(one));
  }

  double[] array() {
    return values.stream().mapToDouble(Double::doubleValue).toArray();
  }

  /** The pairwise differences between this sample and another of the same size. */
  public Sample minus(Sample other) {
    if (other.size() != size()) {
      throw new IllegalArgumentException(
          "the sizes of paired samples are %d and %d; must be equal"
              .formatted(size(), other.size()));
    }
    double[] left = array();
    for (int i = 0; i < left.length; i++) {
      double taken = other.values.get(i);
      left[i] = areSame(left[i], taken) ? 0 : left[i] - taken;
    }
    return of(left);
  }
}
