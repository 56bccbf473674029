package io.dlpo.contracts.event;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A paired comparison of the initial and the best prompt.
 *
 * @param method the statistical test, such as MCNEMAR_EXACT for right and wrong answers or
 *     PAIRED_PERMUTATION for graded scores
 * @param difference mean score of the best prompt minus that of the initial one
 * @param lower lower bound of its 95 % interval; null if the spread cannot be estimated
 * @param upper upper bound of its 95 % interval
 * @param p two-sided p-value: the probability of such a difference if both prompts are equally good
 */
public record Comparison(
    String method, double difference, @Nullable Double lower, @Nullable Double upper, double p) {

  /** The probability of a difference by chance, below which an improvement counts as shown. */
  public static final double SIGNIFICANCE = 0.05;

  public Comparison {
    Objects.requireNonNull(method, "Comparison.method is missing");
    if (!(p >= 0 && p <= 1)) {
      throw new IllegalArgumentException("Comparison.p is " + p + "; must be 0 to 1");
    }
  }

  /**
   * Whether the best prompt is shown to be better than the initial one: it scores higher, and
   * chance hardly explains that.
   */
  public boolean showsImprovement() {
    return difference > 0 && p < SIGNIFICANCE;
  }
}
