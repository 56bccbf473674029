package io.dlpo.studies.experiment.report;

import io.dlpo.core.statistics.BrownForsythe;
import io.dlpo.core.statistics.Sample;
import io.dlpo.core.statistics.TestResult;
import io.dlpo.studies.experiment.CellState;
import io.dlpo.studies.experiment.Pairing;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Computes the results of each group, and of all datasets together. */
final class GroupAnalysis {

  /** Contains a space, so that no dataset can have this name. */
  static final String OVERALL = "all datasets";

  private GroupAnalysis() {}

  /**
   * The results of the runs on the same data.
   *
   * @param cells all cells of the group, finished or not
   */
  static Group of(
      String dataset, @Nullable String transfer, List<CellState> cells, Pairing pairing) {
    List<VariantResult> variants =
        by(cells, state -> state.cell().variant()).entrySet().stream()
            .map(entry -> new VariantAnalysis(entry.getKey(), eachAlone(entry.getValue())))
            .map(analysis -> transfer == null ? analysis.resultWithCurve() : analysis.result())
            .toList();
    return group(dataset, transfer, variants, pairing);
  }

  /**
   * The results of the trainings on all datasets together. The value of a seed is its mean over the
   * datasets.
   *
   * @param cells all cells of the experiment, finished or not
   * @return null if there is only one dataset
   */
  static @Nullable Group overall(List<CellState> cells, Pairing pairing) {
    List<CellState> trainings =
        cells.stream().filter(state -> state.cell().transfer() == null).toList();
    int datasets = by(trainings, state -> state.cell().dataset()).size();
    if (datasets < 2) {
      return null;
    }
    List<VariantResult> variants =
        by(trainings, state -> state.cell().variant()).entrySet().stream()
            .map(entry -> new VariantAnalysis(entry.getKey(), together(entry.getValue(), datasets)))
            .map(VariantAnalysis::result)
            .toList();
    return group(OVERALL, null, variants, pairing);
  }

  private static Group group(
      String dataset, @Nullable String transfer, List<VariantResult> variants, Pairing pairing) {
    return new Group(
        dataset, transfer, variants, PairAnalysis.of(variants, pairing), spread(variants));
  }

  private static List<List<CellState>> eachAlone(List<CellState> cells) {
    return cells.stream().filter(Analysis::hasResult).map(List::of).toList();
  }

  /** The runs of each seed that has finished on all datasets. */
  private static List<List<CellState>> together(List<CellState> cells, int datasets) {
    List<CellState> finished = cells.stream().filter(Analysis::hasResult).toList();
    return by(finished, state -> state.cell().seed()).values().stream()
        .filter(runs -> runs.size() == datasets)
        .toList();
  }

  private static <K> Map<K, List<CellState>> by(List<CellState> cells, Function<CellState, K> key) {
    return cells.stream()
        .collect(Collectors.groupingBy(key, LinkedHashMap::new, Collectors.toList()));
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
