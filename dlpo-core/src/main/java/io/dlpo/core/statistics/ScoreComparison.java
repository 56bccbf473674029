package io.dlpo.core.statistics;

import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A comparison of two prompts on the same examples.
 *
 * @param examples number of examples
 * @param difference the second mean score minus the first
 * @param interval 95 % interval of the difference: Newcombe's for correct and incorrect answers,
 *     Student's t for graded scores; null if the variance cannot be estimated
 * @param agreement counts of correct and incorrect answers; null for graded scores
 * @param method the test
 * @param p two-sided p-value
 */
public record ScoreComparison(
    int examples,
    double difference,
    @Nullable Interval interval,
    @Nullable Agreement agreement,
    Method method,
    double p) {

  private static final long SEED = 1998;

  /** The test used for the comparison. */
  public enum Method {
    /** For answers that are either correct or incorrect. */
    MCNEMAR_EXACT,
    /** For graded scores. */
    PAIRED_PERMUTATION
  }

  /**
   * Compares scores from 0 to 1 of the same examples in the same order.
   *
   * @throws IllegalArgumentException if the samples are empty or differ in size
   */
  public static ScoreComparison of(Sample first, Sample second) {
    Sample differences = second.minus(first);
    return isRightOrWrong(first) && isRightOrWrong(second)
        ? of(agreement(first.values(), second.values()))
        : new ScoreComparison(
            first.size(),
            differences.mean(),
            MeanComparison.paired(first, second).interval(),
            null,
            Method.PAIRED_PERMUTATION,
            PairedPermutation.test(differences, SEED));
  }

  private static ScoreComparison of(Agreement agreement) {
    return new ScoreComparison(
        agreement.size(),
        agreement.difference(),
        agreement.interval(),
        agreement,
        Method.MCNEMAR_EXACT,
        McNemar.exact(agreement.onlyFirst(), agreement.onlySecond()));
  }

  private static boolean isRightOrWrong(Sample scores) {
    return scores.values().stream().allMatch(score -> score == 0 || score == 1);
  }

  private static Agreement agreement(List<Double> first, List<Double> second) {
    int[] cells = new int[4];
    IntStream.range(0, first.size())
        .forEach(at -> cells[(first.get(at) == 1 ? 0 : 2) + (second.get(at) == 1 ? 0 : 1)]++);
    return new Agreement(cells[0], cells[1], cells[2], cells[3]);
  }
}
