package io.dlpo.core.statistics;

import org.jspecify.annotations.Nullable;

/**
 * What a test found. What the data leave undefined is null.
 *
 * @param statistic such as t or F
 * @param p two-sided probability of such a statistic, or one further out, if there is no difference
 */
public record TestResult(@Nullable Double statistic, @Nullable Double p) {

  /** The data say nothing either way. */
  static final TestResult UNDEFINED = new TestResult(null, null);

  public TestResult {
    if (p != null && !(p >= 0 && p <= 1)) {
      throw new IllegalArgumentException("TestResult.p is " + p + "; allowed is 0 to 1");
    }
  }
}
