package io.dlpo.studies.experiment.report;

import io.dlpo.contracts.evaluation.CallPurpose;
import io.dlpo.core.statistics.Sample;
import io.dlpo.core.statistics.SampleSummary;
import io.dlpo.studies.experiment.CellResult;
import io.dlpo.studies.experiment.CellState;
import io.dlpo.studies.experiment.report.VariantResult.SeedValue;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Computes the results of a variant.
 *
 * @param variant name of the variant
 * @param runsBySeed the finished runs of each seed: one, or one per dataset, whose mean is used
 */
record VariantAnalysis(String variant, List<List<CellState>> runsBySeed) {

  VariantAnalysis {
    runsBySeed = List.copyOf(runsBySeed);
  }

  /** The results without accuracy by step. */
  VariantResult result() {
    return result(List.of());
  }

  /** The results with accuracy by step. */
  VariantResult resultWithCurve() {
    return result(AccuracyCurve.of(results().stream().map(CellResult::accuracyByStep).toList()));
  }

  private VariantResult result(List<VariantResult.CurvePoint> curve) {
    return new VariantResult(variant, accuracies(), measures(), meanPaid(), curve);
  }

  private List<SeedValue> accuracies() {
    return runsBySeed.stream()
        .map(
            runs ->
                new SeedValue(
                    runs.getFirst().cell().seed(),
                    Objects.requireNonNull(mean(runs, Measure.ACCURACY))))
        .toList();
  }

  private Map<Measure, SampleSummary> measures() {
    Map<Measure, SampleSummary> measures = new EnumMap<>(Measure.class);
    for (Measure measure : Measure.values()) {
      List<Double> values = new ArrayList<>();
      for (List<CellState> runs : runsBySeed) {
        Double value = mean(runs, measure);
        if (value != null) {
          values.add(value);
        }
      }
      if (!values.isEmpty()) {
        measures.put(measure, SampleSummary.of(new Sample(values)));
      }
    }
    return measures;
  }

  /** The mean; null if it was not measured in one of the runs. */
  private static @Nullable Double mean(List<CellState> runs, Measure measure) {
    double sum = 0;
    for (CellState run : runs) {
      Double value = measure.of(run.cell(), Objects.requireNonNull(run.result()));
      if (value == null) {
        return null;
      }
      sum += value;
    }
    return sum / runs.size();
  }

  private Map<CallPurpose, Double> meanPaid() {
    Map<CallPurpose, Double> means = new EnumMap<>(CallPurpose.class);
    for (CallPurpose purpose : CallPurpose.counted()) {
      results().stream()
          .mapToInt(result -> result.paidCalls().getOrDefault(purpose, 0))
          .average()
          .ifPresent(mean -> means.put(purpose, mean));
    }
    return means;
  }

  private List<CellResult> results() {
    return runsBySeed.stream()
        .flatMap(List::stream)
        .map(CellState::result)
        .filter(Objects::nonNull)
        .toList();
  }
}
