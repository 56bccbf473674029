package io.dlpo.core.statistics;

import java.util.Collections;
import java.util.List;
import java.util.stream.DoubleStream;
import org.apache.commons.math3.stat.StatUtils;
import org.apache.commons.math3.stat.descriptive.rank.Median;

/**
 * Values of one kind, at least one.
 *
 * @param values in the order that pairs them with another sample's
 */
public record Sample(List<Double> values) {

  /** What is closer, in relation to the values from 1 on, differs by rounding only. */
  private static final double ROUNDING = 1e-12;

  public Sample {
    values = List.copyOf(values);
    if (values.isEmpty() || !values.stream().allMatch(Double::isFinite)) {
      throw new IllegalArgumentException(
          "Sample.values is " + values + "; allowed is 1 or more finite numbers");
    }
  }

  /** The values given one by one. */
  public static Sample of(double... values) {
    return new Sample(DoubleStream.of(values).boxed().toList());
  }

  public int size() {
    return values.size();
  }

  public double mean() {
    return StatUtils.mean(array());
  }

  public double median() {
    return new Median().evaluate(array());
  }

  /** Sample variance, with n − 1; NaN for a single value. */
  double variance() {
    return size() == 1 ? Double.NaN : isConstant() ? 0 : StatUtils.variance(array());
  }

  /** Whether all values are the same; no rounding is taken for a spread. */
  boolean isConstant() {
    return areSame(Collections.min(values), Collections.max(values));
  }

  private static boolean areSame(double one, double other) {
    return Math.abs(one - other) <= ROUNDING * Math.max(1, Math.abs(one));
  }

  double[] array() {
    return values.stream().mapToDouble(Double::doubleValue).toArray();
  }

  /** What is left when another sample of the same size is taken away, value by value. */
  public Sample minus(Sample other) {
    if (other.size() != size()) {
      throw new IllegalArgumentException(
          "a sample of %d values is paired with one of %d; allowed is the same size"
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
