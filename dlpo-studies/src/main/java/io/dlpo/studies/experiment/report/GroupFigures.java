package io.dlpo.studies.experiment.report;

import io.dlpo.core.statistics.TestResult;
import io.dlpo.studies.figure.NumberFormats;
import io.dlpo.studies.figure.Plot;
import io.dlpo.studies.figure.Table;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The tables and plots of a group.
 *
 * @param title title of the group
 * @param conclusion what the comparisons show; null for a single variant
 * @param accuracies accuracy of each variant
 * @param spreadPlot the accuracies as a plot; null if no run has finished
 * @param comparisons all pairwise comparisons; null for a single variant
 * @param spreadTest the test for equal variances, as a sentence; null for fewer than three variants
 * @param stepPlot accuracy by step; null if no run was scored by step
 * @param costs cost of a run
 * @param paidCalls paid calls of a run by purpose
 */
public record GroupFigures(
    String title,
    @Nullable String conclusion,
    Table accuracies,
    @Nullable Plot spreadPlot,
    @Nullable Table comparisons,
    @Nullable String spreadTest,
    @Nullable Plot stepPlot,
    Table costs,
    Table paidCalls) {

  private static final List<String> COMPARISONS =
      List.of(
          "comparison",
          "runs",
          "difference",
          "95 % interval",
          "t",
          "p",
          "p by permutation",
          "p, Holm",
          "F of the spreads",
          "p",
          "p, Holm");

  static GroupFigures of(Group group) {
    return new GroupFigures(
        group.title(),
        group.variants().size() > 1 ? GroupConclusion.of(group.comparisons()) : null,
        VariantTables.accuracies(group.variants()),
        SpreadPlot.of(group),
        group.variants().size() > 1 ? comparisons(group) : null,
        group.variants().size() > 2 ? spreadTest(group.spread()) : null,
        StepPlot.of(group),
        VariantTables.costs(group.variants()),
        VariantTables.paidCalls(group.variants()));
  }

  private static Table comparisons(Group group) {
    return new Table(
        "Differences of the accuracy (second minus first, in points) and of its spread"
            + " (Brown-Forsythe)",
        COMPARISONS,
        group.comparisons().stream().map(GroupFigures::row).toList());
  }

  private static List<String> row(PairResult comparison) {
    return List.of(
        comparison.first() + " → " + comparison.second(),
        Integer.toString(comparison.runs()),
        NumberFormats.points(comparison.mean().difference()),
        NumberFormats.points(comparison.mean().interval()),
        NumberFormats.statistic(comparison.mean().test().statistic()),
        NumberFormats.probability(comparison.mean().test().p()),
        NumberFormats.probability(comparison.permutationP()),
        NumberFormats.probability(comparison.adjustedP()),
        NumberFormats.statistic(comparison.spread().statistic()),
        NumberFormats.probability(comparison.spread().p()),
        NumberFormats.probability(comparison.adjustedSpreadP()));
  }

  private static @Nullable String spreadTest(@Nullable TestResult spread) {
    return spread == null
        ? null
        : "Spread of all variants together: F = %s, p = %s."
            .formatted(
                NumberFormats.statistic(spread.statistic()), NumberFormats.probability(spread.p()));
  }
}
