package io.dlpo.studies.experiment.report;

import io.dlpo.core.statistics.TestResult;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The variants side by side on the same data.
 *
 * @param dataset trained on
 * @param transfer scored on; null if that is the dataset's own test split
 * @param variants each of them, in the spec's order
 * @param comparisons each with each
 * @param spread whether the accuracies of all variants spread alike (Brown-Forsythe); null for a
 *     single variant
 */
public record Group(
    String dataset,
    @Nullable String transfer,
    List<VariantResult> variants,
    List<PairResult> comparisons,
    @Nullable TestResult spread) {

  public Group {
    variants = List.copyOf(variants);
    comparisons = List.copyOf(comparisons);
  }

  /** In words. */
  String title() {
    return transfer == null ? dataset : "trained on " + dataset + ", scored on " + transfer;
  }
}
