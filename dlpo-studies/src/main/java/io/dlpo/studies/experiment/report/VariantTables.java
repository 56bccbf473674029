package io.dlpo.studies.experiment.report;

import io.dlpo.contracts.evaluation.CallPurpose;
import io.dlpo.core.statistics.SampleSummary;
import io.dlpo.studies.figure.NumberFormats;
import io.dlpo.studies.figure.Table;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Tables of a group with a row for each variant. */
final class VariantTables {

  private static final List<String> ACCURACIES =
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
          "input tokens",
          "output tokens",
          "seconds");
  private static final List<Measure> COST_MEASURES =
      List.of(
          Measure.LENGTH,
          Measure.SENTENCES,
          Measure.CALLS,
          Measure.PAID_CALLS,
          Measure.INPUT_TOKENS,
          Measure.OUTPUT_TOKENS,
          Measure.WALL_SECONDS);

  private VariantTables() {}

  static Table accuracies(List<VariantResult> variants) {
    return new Table(
        "Accuracy on the test split",
        ACCURACIES,
        variants.stream().map(VariantTables::accuracy).toList());
  }

  private static List<String> accuracy(VariantResult variant) {
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

  static Table costs(List<VariantResult> variants) {
    return new Table(
        "Cost of a run, mean over the seeds",
        COSTS,
        variants.stream()
            .map(
                variant ->
                    row(variant, COST_MEASURES.stream().map(measure -> mean(variant, measure))))
            .toList());
  }

  /** Omits purposes without paid calls. */
  static Table paidCalls(List<VariantResult> variants) {
    List<CallPurpose> purposes =
        CallPurpose.counted().stream()
            .filter(purpose -> variants.stream().anyMatch(variant -> isPaid(variant, purpose)))
            .toList();
    return new Table(
        "Paid calls of a run by purpose, mean over the seeds",
        Stream.concat(
                Stream.of("variant"),
                purposes.stream().map(purpose -> purpose.name().toLowerCase(Locale.ROOT)))
            .toList(),
        variants.stream()
            .map(variant -> row(variant, purposes.stream().map(variant.meanPaidCalls()::get)))
            .toList());
  }

  private static boolean isPaid(VariantResult variant, CallPurpose purpose) {
    return variant.meanPaidCalls().getOrDefault(purpose, 0.0) > 0;
  }

  private static List<String> row(VariantResult variant, Stream<@Nullable Double> amounts) {
    return Stream.concat(Stream.of(variant.variant()), amounts.map(NumberFormats::amount)).toList();
  }

  private static @Nullable Double mean(VariantResult variant, Measure measure) {
    SampleSummary summary = variant.measures().get(measure);
    return summary == null ? null : summary.mean();
  }
}
