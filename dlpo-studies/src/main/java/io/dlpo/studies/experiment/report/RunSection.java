package io.dlpo.studies.experiment.report;

import io.dlpo.contracts.evaluation.HeldOutScore;
import io.dlpo.contracts.event.Comparison;
import io.dlpo.core.statistics.Interval;
import io.dlpo.studies.experiment.CellResult;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What the HTML report says of each run, and the prompts. */
final class RunSection {

  private static final List<String> RUNS =
      List.of("run", "status", "baseline", "best", "difference", "95 % interval", "p", "p, Holm");

  private RunSection() {}

  static void write(Report report, Markup out) {
    out.open("section").element("h2", "Runs").newline();
    Table.write(
        out,
        "Baseline and best prompt of each run on the same examples of the test split (difference"
            + " in points)",
        RUNS,
        report.cells().stream().map(RunSection::row).toList());
    out.close().newline();
    out.open("section").element("h2", "Prompts").newline();
    report.cells().stream()
        .filter(cell -> cell.transfer() == null && cell.result() != null)
        .forEach(cell -> prompt(cell, Objects.requireNonNull(cell.result()), out));
    out.close().newline();
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

  private static void prompt(CellRow cell, CellResult result, Markup out) {
    out.open("details").element("summary", cell.cellId());
    out.element("pre", result.bestPrompt()).close().newline();
  }
}
