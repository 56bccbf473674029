package io.dlpo.studies.experiment.report;

import io.dlpo.contracts.evaluation.HeldOutScore;
import io.dlpo.contracts.event.Comparison;
import io.dlpo.core.statistics.Interval;
import io.dlpo.studies.experiment.CellResult;
import io.dlpo.studies.experiment.ExperimentStatus;
import io.dlpo.studies.experiment.Pairing;
import io.dlpo.studies.figure.NumberFormats;
import io.dlpo.studies.figure.Table;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The contents of an experiment's page.
 *
 * @param report the report of the experiment
 * @param finished whether all runs have ended
 * @param status in lower case
 * @param paired whether variants are compared seed by seed
 * @param groups all datasets together if there are several, then each group
 * @param runs baseline and best prompt of each run
 * @param trained the trainings that have a result
 */
public record ExperimentFigures(
    ExperimentReport report,
    boolean finished,
    String status,
    boolean paired,
    List<GroupFigures> groups,
    Table runs,
    List<CellRow> trained) {

  private static final List<String> RUNS =
      List.of("run", "status", "baseline", "best", "difference", "95 % interval", "p", "p, Holm");

  public ExperimentFigures {
    groups = List.copyOf(groups);
    trained = List.copyOf(trained);
  }

  /** The figures of an experiment. */
  public static ExperimentFigures of(ExperimentReport report) {
    return new ExperimentFigures(
        report,
        report.status() == ExperimentStatus.FINISHED,
        report.status().name().toLowerCase(Locale.ROOT),
        report.pairing() == Pairing.SEED,
        Stream.concat(Stream.ofNullable(report.overall()), report.groups().stream())
            .map(GroupFigures::of)
            .toList(),
        new Table(
            "Baseline and best prompt of each run on the same examples of the test split"
                + " (difference in points)",
            RUNS,
            report.cells().stream().map(ExperimentFigures::row).toList()),
        report.cells().stream()
            .filter(cell -> cell.transfer() == null && cell.result() != null)
            .toList());
  }

  private static List<String> row(CellRow cell) {
    CellResult result = cell.result();
    Comparison comparison = cell.comparison();
    return List.of(
        cell.runId(),
        status(cell, result),
        score(result == null ? null : result.baseline()),
        score(result == null || cell.transfer() != null ? null : result.best()),
        NumberFormats.points(comparison == null ? null : comparison.difference()),
        interval(comparison),
        NumberFormats.probability(comparison == null ? null : comparison.p()),
        NumberFormats.probability(cell.adjustedP()));
  }

  private static String interval(@Nullable Comparison comparison) {
    return comparison == null || comparison.lower() == null || comparison.upper() == null
        ? NumberFormats.NONE
        : NumberFormats.points(new Interval(comparison.lower(), comparison.upper()));
  }

  private static String status(CellRow cell, @Nullable CellResult result) {
    String status = cell.status().name().toLowerCase(Locale.ROOT);
    return result == null || result.reason() == null ? status : status + ": " + result.reason();
  }

  private static String score(@Nullable HeldOutScore score) {
    return score == null
        ? NumberFormats.NONE
        : "%d of %d (%s)"
            .formatted(score.correct(), score.total(), NumberFormats.percent(score.score()));
  }
}
