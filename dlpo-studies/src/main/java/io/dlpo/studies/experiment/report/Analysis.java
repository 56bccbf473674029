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

/** Works the report out of the results. What has not finished is listed and counts for nothing. */
public final class Analysis {

  private Analysis() {}

  /** The report as far as it can be given by now. */
  public static Report of(Results results) {
    return new Report(
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

  /** Whether a run's result counts. */
  static boolean hasResult(CellState state) {
    CellResult result = state.result();
    return state.status() == CellStatus.FINISHED
        && result != null
        && Measure.ACCURACY.of(state.cell(), result) != null;
  }

  private static List<CellResult.Models> models(Results results) {
    return results.cells().stream()
        .map(CellState::result)
        .filter(Objects::nonNull)
        .map(CellResult::models)
        .distinct()
        .toList();
  }

  /** What tells groups apart. */
  private record Scored(String dataset, @Nullable String transfer) {}

  private static List<Group> groups(Results results) {
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

  /** Its comparisons are a family of their own. */
  private static @Nullable Group overall(Results results) {
    Group overall = GroupAnalysis.overall(results.cells(), results.pairing());
    return overall == null ? null : adjusted(List.of(overall)).getFirst();
  }

  /** All comparisons of the groups are one family, and so are those of the spreads. */
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

  private static List<CellRow> rows(Results results) {
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
