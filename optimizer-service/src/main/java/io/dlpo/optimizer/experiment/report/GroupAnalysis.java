package io.dlpo.optimizer.experiment.report;

import io.dlpo.optimizer.experiment.CellResult;
import io.dlpo.optimizer.experiment.CellState;
import io.dlpo.optimizer.experiment.Pairing;
import io.dlpo.optimizer.experiment.report.VariantResult.SeedValue;
import io.dlpo.optimizer.run.CallPurpose;
import io.dlpo.optimizer.statistics.BrownForsythe;
import io.dlpo.optimizer.statistics.Sample;
import io.dlpo.optimizer.statistics.Summary;
import io.dlpo.optimizer.statistics.TestResult;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Sums up the runs on the same data, variant by variant. */
final class GroupAnalysis {

  private GroupAnalysis() {}

  /**
   * @param cells all of the group, finished or not
   */
  static Group of(
      String dataset, @Nullable String transfer, List<CellState> cells, Pairing pairing) {
    Map<String, List<CellState>> byVariant =
        cells.stream()
            .collect(
                Collectors.groupingBy(
                    state -> state.cell().variant(), LinkedHashMap::new, Collectors.toList()));
    List<VariantResult> variants =
        byVariant.entrySet().stream()
            .map(entry -> variant(entry.getKey(), entry.getValue()))
            .toList();
    return new Group(
        dataset, transfer, variants, PairAnalysis.of(variants, pairing), spread(variants));
  }

  private static VariantResult variant(String name, List<CellState> cells) {
    List<CellState> finished = cells.stream().filter(Analysis::hasResult).toList();
    List<CellResult> results =
        finished.stream().map(CellState::result).filter(Objects::nonNull).toList();
    return new VariantResult(
        name,
        finished.stream()
            .map(state -> new SeedValue(state.cell().seed(), value(state, Measure.ACCURACY)))
            .toList(),
        measures(finished),
        meanPaid(results),
        Curve.of(
            finished.stream()
                .filter(state -> state.cell().transfer() == null)
                .map(state -> Objects.requireNonNull(state.result()).accuracyByStep())
                .toList()));
  }

  private static Map<Measure, Summary> measures(List<CellState> finished) {
    Map<Measure, Summary> measures = new EnumMap<>(Measure.class);
    for (Measure measure : Measure.values()) {
      List<Double> values = new ArrayList<>();
      for (CellState state : finished) {
        Double value = measure.of(state.cell(), Objects.requireNonNull(state.result()));
        if (value != null) {
          values.add(value);
        }
      }
      if (!values.isEmpty()) {
        measures.put(measure, Summary.of(new Sample(values)));
      }
    }
    return measures;
  }

  private static double value(CellState state, Measure measure) {
    return Objects.requireNonNull(measure.of(state.cell(), Objects.requireNonNull(state.result())));
  }

  private static Map<CallPurpose, Double> meanPaid(List<CellResult> results) {
    Map<CallPurpose, Double> means = new EnumMap<>(CallPurpose.class);
    for (CallPurpose purpose : CallPurpose.values()) {
      results.stream()
          .mapToInt(result -> result.paidCalls().getOrDefault(purpose, 0))
          .average()
          .ifPresent(mean -> means.put(purpose, mean));
    }
    return means;
  }

  private static @Nullable TestResult spread(List<VariantResult> variants) {
    List<Sample> samples =
        variants.stream()
            .filter(variant -> !variant.accuracies().isEmpty())
            .map(PairAnalysis::sample)
            .toList();
    return samples.size() < 2 ? null : BrownForsythe.test(samples);
  }
}
