package io.dlpo.studies.experiment.report;

import io.dlpo.core.statistics.MeanComparison;
import io.dlpo.core.statistics.TestResult;
import org.jspecify.annotations.Nullable;

/**
 * Two variants compared in their accuracy.
 *
 * @param first one of them
 * @param second the other; differences are the second's minus the first's
 * @param runs pairs of runs, or without pairing, the runs of the variant that has fewer
 * @param mean by Student's t
 * @param permutationP of the paired permutation test; null without pairing
 * @param adjustedP the t test's probability, corrected by Holm over all comparisons of the groups,
 *     or of all datasets together
 * @param spread by Brown and Forsythe
 * @param adjustedSpreadP the same for the spread
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
