package io.dlpo.contracts.event;

import java.util.List;
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
 * @param improved ids of the examples on which the best prompt scores higher than the initial one;
 *     at most {@value #MAX_LISTED}. Null in events of older versions
 * @param worsened ids of the examples on which it scores lower, as {@code improved}
 */
public record Comparison(
    String method,
    double difference,
    @Nullable Double lower,
    @Nullable Double upper,
    double p,
    @Nullable List<String> improved,
    @Nullable List<String> worsened) {

  /** The number of examples that are listed of each kind. */
  public static final int MAX_LISTED = 200;

  /** The probability of a difference by chance, below which an improvement counts as shown. */
  public static final double SIGNIFICANCE = 0.05;

  /** A comparison that lists no examples. */
  public Comparison(
      String method, double difference, @Nullable Double lower, @Nullable Double upper, double p) {
    this(method, difference, lower, upper, p, null, null);
  }

  public Comparison {
    Objects.requireNonNull(method, "Comparison.method is missing");
    improved = improved == null ? null : List.copyOf(improved);
    worsened = worsened == null ? null : List.copyOf(worsened);
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
