package io.dlpo.studies.experiment.report;

import io.dlpo.core.statistics.MeanComparison;
import io.dlpo.core.statistics.TestResult;
import org.jspecify.annotations.Nullable;

/**
 * A comparison of the accuracies of two variants.
 *
 * @param first name of the first variant
 * @param second name of the second; differences are the second minus the first
 * @param runs number of pairs; without pairing, the number of runs of the variant with fewer runs
 * @param mean comparison of the means by Student's t
 * @param permutationP p-value of the paired permutation test; null without pairing
 * @param adjustedP p-value of the t test, with Holm's correction over all comparisons of the
 *     groups, or of all datasets together
 * @param spread test for equal variances by Brown and Forsythe
 * @param adjustedSpreadP p-value of that test, with the same correction
 */
public record PairResult(
    String first,
    String second,
    int runs,
    MeanComparison mean,
    @Nullable Double permutationP,
    @Nullable Double adjustedP,
    TestResult spread,
    @Nullable Double adjustedSpreadP) {

  PairResult adjusted(@Nullable Double meanP, @Nullable Double spreadP) {
    return new PairResult(first, second, runs, mean, permutationP, meanP, spread, spreadP);
  }
}
