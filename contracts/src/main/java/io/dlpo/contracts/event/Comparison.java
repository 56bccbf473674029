package io.dlpo.contracts.event;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Two prompts compared example by example.
 *
 * @param method the test, such as MCNEMAR_EXACT for right and wrong answers or PAIRED_PERMUTATION
 *     for graded scores
 * @param difference the best prompt's mean score minus the initial one's
 * @param lower lower end of its 95 % interval; null if no spread can be estimated
 * @param upper upper end of it
 * @param p two-sided probability of so great a difference if the prompts are equally good
 */
public record Comparison(
    String method, double difference, @Nullable Double lower, @Nullable Double upper, double p) {

  public Comparison {
    Objects.requireNonNull(method, "Comparison.method is missing");
    if (!(p >= 0 && p <= 1)) {
      throw new IllegalArgumentException("Comparison.p is " + p + "; allowed is 0 to 1");
    }
  }
}
