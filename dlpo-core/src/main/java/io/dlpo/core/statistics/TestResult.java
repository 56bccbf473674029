package io.dlpo.core.statistics;

import org.jspecify.annotations.Nullable;

/**
 * The result of a statistical test. Values that the data do not determine are null.
 *
 * @param statistic such as t or F
 * @param p two-sided p-value
 */
public record TestResult(@Nullable Double statistic, @Nullable Double p) {

  /** The data do not determine a result. */
  static final TestResult UNDEFINED = new TestResult(null, null);

  public TestResult {
    if (p != null && !(p >= 0 && p <= 1)) {
      throw new IllegalArgumentException("TestResult.p is " + p + "; must be 0 to 1");
    }
  }
}
