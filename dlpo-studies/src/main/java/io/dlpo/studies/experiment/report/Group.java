package io.dlpo.studies.experiment.report;

import io.dlpo.core.statistics.TestResult;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The results of all variants on the same data.
 *
 * @param dataset training dataset
 * @param transfer dataset that the prompts are scored on; null for the test split of the training
 *     dataset
 * @param variants the results, in the order of the spec
 * @param comparisons all pairwise comparisons
 * @param spread whether the variances of the accuracies are equal (Brown-Forsythe); null for a
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

  /** The title of the group in the report. */
  public String title() {
    return transfer == null ? dataset : "trained on " + dataset + ", scored on " + transfer;
  }
}
