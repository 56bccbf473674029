package io.dlpo.studies.experiment.report;

import io.dlpo.contracts.event.Comparison;
import io.dlpo.core.statistics.Holm;
import io.dlpo.studies.experiment.Cell;
import io.dlpo.studies.experiment.CellResult;
import io.dlpo.studies.experiment.CellState;
import io.dlpo.studies.experiment.CellStatus;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Computes the report from the results. Unfinished runs are listed but not counted. */
public final class Analysis {

  private Analysis() {}

  /** The report of the results so far. */
  public static ExperimentReport of(ExperimentResults results) {
    return new ExperimentReport(
        results.id().value(),
        results.name(),
        results.status(),
        models(results).stream().anyMatch(CellResult.Models::areSimulated),
        models(results),
        results.pairing(),
        results.cells().size(),
        (int) results.cells().stream().filter(Analysis::hasResult).count(),
        overall(results),
        adjusted(groups(results)),
        rows(results));
  }

  /** Whether the result of a run counts. */
  static boolean hasResult(CellState state) {
    CellResult result = state.result();
    return state.status() == CellStatus.FINISHED
        && result != null
        && Measure.ACCURACY.of(state.cell(), result) != null;
  }

  private static List<CellResult.Models> models(ExperimentResults results) {
    return results.cells().stream()
        .map(CellState::result)
        .filter(Objects::nonNull)
        .map(CellResult::models)
        .distinct()
        .toList();
  }

  /** The data by which runs are grouped. */
  private record Scored(String dataset, @Nullable String transfer) {}

  private static List<Group> groups(ExperimentResults results) {
    Map<Scored, List<CellState>> byData = new LinkedHashMap<>();
    for (CellState state : results.cells()) {
      Cell cell = state.cell();
      byData
          .computeIfAbsent(new Scored(cell.dataset(), cell.transfer()), key -> new ArrayList<>())
          .add(state);
    }
    return byData.entrySet().stream()
        .map(
            entry ->
                GroupAnalysis.of(
                    entry.getKey().dataset(),
                    entry.getKey().transfer(),
                    entry.getValue(),
                    results.pairing()))
        .toList();
  }

  /** The comparisons over all datasets are a separate family for Holm's correction. */
  private static @Nullable Group overall(ExperimentResults results) {
    Group overall = GroupAnalysis.overall(results.cells(), results.pairing());
    return overall == null ? null : adjusted(List.of(overall)).getFirst();
  }

  /**
   * Holm's correction: the comparisons of all groups form one family, those of the spreads another.
   */
  private static List<Group> adjusted(List<Group> groups) {
    Iterator<@Nullable Double> means =
        Holm.adjust(
                comparisons(groups).<@Nullable Double>map(one -> one.mean().test().p()).toList())
            .iterator();
    Iterator<@Nullable Double> spreads =
        Holm.adjust(comparisons(groups).<@Nullable Double>map(one -> one.spread().p()).toList())
            .iterator();
    return groups.stream()
        .map(
            group ->
                new Group(
                    group.dataset(),
                    group.transfer(),
                    group.variants(),
                    group.comparisons().stream()
                        .map(one -> one.adjusted(means.next(), spreads.next()))
                        .toList(),
                    group.spread()))
        .toList();
  }

  private static Stream<PairResult> comparisons(List<Group> groups) {
    return groups.stream().flatMap(group -> group.comparisons().stream());
  }

  private static List<CellRow> rows(ExperimentResults results) {
    Iterator<@Nullable Double> adjusted =
        Holm.adjust(
                results.cells().stream()
                    .map(Analysis::comparison)
                    .filter(Objects::nonNull)
                    .<@Nullable Double>map(Comparison::p)
                    .toList())
            .iterator();
    return results.cells().stream()
        .map(state -> CellRow.of(state, comparison(state) == null ? null : adjusted.next()))
        .toList();
  }

  private static @Nullable Comparison comparison(CellState state) {
    CellResult result = state.result();
    return result == null || state.cell().transfer() != null ? null : result.comparison();
  }
}
