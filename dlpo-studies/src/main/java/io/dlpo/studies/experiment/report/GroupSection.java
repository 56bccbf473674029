package io.dlpo.studies.experiment.report;

import io.dlpo.core.run.CallPurpose;
import io.dlpo.core.statistics.SampleSummary;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the HTML report says of a group: its tables and plots. */
final class GroupSection {

  private static final List<String> RESULTS =
      List.of(
          "variant",
          "runs",
          "mean",
          "95 % interval",
          "standard deviation",
          "lowest",
          "highest",
          "baseline",
          "gain");
  private static final List<String> COSTS =
      List.of(
          "variant",
          "prompt characters",
          "sentences",
          "calls",
          "paid",
          "tokens in",
          "tokens out",
          "seconds");
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

  private final Group group;
  private final Markup out;

  private GroupSection(Group group, Markup out) {
    this.group = group;
    this.out = out;
  }

  static void write(Group group, Markup out) {
    new GroupSection(group, out).write();
  }

  private void write() {
    out.open("section").element("h2", group.title()).newline();
    Table.write(
        out,
        "Accuracy on the test split",
        RESULTS,
        group.variants().stream().map(GroupSection::result).toList());
    SpreadPlot.draw(group, out);
    if (group.variants().size() > 1) {
      Table.write(
          out,
          "Differences of the accuracy (second minus first, in points) and of its spread"
              + " (Brown-Forsythe)",
          COMPARISONS,
          group.comparisons().stream().map(GroupSection::comparison).toList());
      all();
    }
    StepPlot.draw(group, out);
    Table.write(
        out,
        "Cost of a run, mean over the seeds",
        COSTS,
        group.variants().stream().map(GroupSection::cost).toList());
    Table.write(
        out,
        "Paid calls of a run by purpose, mean over the seeds",
        purposes(),
        group.variants().stream().map(GroupSection::paid).toList());
    out.close().newline();
  }

  private void all() {
    if (group.spread() != null && group.variants().size() > 2) {
      out.element(
          "p",
          "Spread of all variants together: F = %s, p = %s."
              .formatted(
                  NumberFormats.statistic(group.spread().statistic()),
                  NumberFormats.probability(group.spread().p())));
    }
  }

  private static List<String> result(VariantResult variant) {
    SampleSummary accuracy = variant.measures().get(Measure.ACCURACY);
    return List.of(
        variant.variant(),
        Integer.toString(variant.accuracies().size()),
        NumberFormats.percent(accuracy == null ? null : accuracy.mean()),
        NumberFormats.percents(accuracy == null ? null : accuracy.interval()),
        NumberFormats.percent(accuracy == null ? null : accuracy.deviation()),
        NumberFormats.percent(accuracy == null ? null : accuracy.least()),
        NumberFormats.percent(accuracy == null ? null : accuracy.most()),
        NumberFormats.percent(mean(variant, Measure.BASELINE)),
        NumberFormats.points(mean(variant, Measure.GAIN)));
  }

  private static List<String> comparison(PairResult comparison) {
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

  private static List<String> cost(VariantResult variant) {
    return List.of(
        variant.variant(),
        amount(variant, Measure.LENGTH),
        amount(variant, Measure.SENTENCES),
        amount(variant, Measure.CALLS),
        amount(variant, Measure.PAID_CALLS),
        amount(variant, Measure.INPUT_TOKENS),
        amount(variant, Measure.OUTPUT_TOKENS),
        amount(variant, Measure.WALL_SECONDS));
  }

  private static List<String> purposes() {
    List<String> head = new ArrayList<>(List.of("variant"));
    Arrays.stream(CallPurpose.values())
        .forEach(purpose -> head.add(purpose.name().toLowerCase(Locale.ROOT)));
    return head;
  }

  private static List<String> paid(VariantResult variant) {
    Map<CallPurpose, Double> paid = variant.meanPaidCalls();
    List<String> row = new ArrayList<>(List.of(variant.variant()));
    for (CallPurpose purpose : CallPurpose.values()) {
      Double mean = paid.get(purpose);
      row.add(mean == null ? NumberFormats.NONE : NumberFormats.amount(mean));
    }
    return row;
  }

  private static String amount(VariantResult variant, Measure measure) {
    Double mean = mean(variant, measure);
    return mean == null ? NumberFormats.NONE : NumberFormats.amount(mean);
  }

  private static @Nullable Double mean(VariantResult variant, Measure measure) {
    SampleSummary summary = variant.measures().get(measure);
    return summary == null ? null : summary.mean();
  }
}
