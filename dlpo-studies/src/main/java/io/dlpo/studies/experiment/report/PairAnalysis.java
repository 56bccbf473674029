package io.dlpo.studies.experiment.report;

import io.dlpo.core.statistics.BrownForsythe;
import io.dlpo.core.statistics.MeanComparison;
import io.dlpo.core.statistics.PairedPermutation;
import io.dlpo.core.statistics.Sample;
import io.dlpo.studies.experiment.Pairing;
import io.dlpo.studies.experiment.report.VariantResult.SeedValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Compares all pairs of variants. */
final class PairAnalysis {

  private static final long PERMUTATION_SEED = 7;

  private PairAnalysis() {}

  /** The comparisons before correction, without variants that have no runs to compare. */
  static List<PairResult> of(List<VariantResult> variants, Pairing pairing) {
    List<PairResult> comparisons = new ArrayList<>();
    for (int first = 0; first < variants.size(); first++) {
      for (int second = first + 1; second < variants.size(); second++) {
        compared(variants.get(first), variants.get(second), pairing).ifPresent(comparisons::add);
      }
    }
    return comparisons;
  }

  static Sample sample(VariantResult variant) {
    return new Sample(variant.accuracies().stream().map(SeedValue::value).toList());
  }

  private static Optional<PairResult> compared(
      VariantResult first, VariantResult second, Pairing pairing) {
    return switch (pairing) {
      case SEED -> paired(first, second);
      case NONE -> unpaired(first, second);
    };
  }

  private static Optional<PairResult> paired(VariantResult first, VariantResult second) {
    Map<Integer, Double> bySeed =
        second.accuracies().stream().collect(Collectors.toMap(SeedValue::seed, SeedValue::value));
    List<SeedValue> common =
        first.accuracies().stream().filter(value -> bySeed.containsKey(value.seed())).toList();
    if (common.isEmpty()) {
      return Optional.empty();
    }
    Sample one = new Sample(common.stream().map(SeedValue::value).toList());
    Sample other =
        new Sample(common.stream().map(value -> bySeed.getOrDefault(value.seed(), 0.0)).toList());
    return Optional.of(
        new PairResult(
            first.variant(),
            second.variant(),
            common.size(),
            MeanComparison.paired(one, other),
            PairedPermutation.test(other.minus(one), PERMUTATION_SEED),
            null,
            BrownForsythe.test(List.of(one, other)),
            null));
  }

  private static Optional<PairResult> unpaired(VariantResult first, VariantResult second) {
    int runs = Math.min(first.accuracies().size(), second.accuracies().size());
    if (runs == 0) {
      return Optional.empty();
    }
    Sample one = sample(first);
    Sample other = sample(second);
    return Optional.of(
        new PairResult(
            first.variant(),
            second.variant(),
            runs,
            MeanComparison.unpaired(one, other),
            null,
            null,
            BrownForsythe.test(List.of(one, other)),
            null));
  }
}
