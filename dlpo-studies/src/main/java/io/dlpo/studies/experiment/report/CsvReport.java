package io.dlpo.studies.experiment.report;

import io.dlpo.contracts.evaluation.CallPurpose;
import io.dlpo.contracts.evaluation.HeldOutScore;
import io.dlpo.contracts.event.Comparison;
import io.dlpo.studies.experiment.Cell;
import io.dlpo.studies.experiment.CellResult;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;

/** Writes the runs of an experiment as CSV (RFC 4180), one row per run. */
public final class CsvReport {

  private static final List<String> HEAD =
      List.of(
          "experiment",
          "simulated",
          "dataset",
          "transfer",
          "variant",
          "seed",
          "run",
          "status",
          "accuracy",
          "acceptance",
          "baseline",
          "baselineCorrect",
          "bestCorrect",
          "total",
          "difference",
          "differenceLower",
          "differenceUpper",
          "p",
          "pHolm",
          "length",
          "sentences",
          "calls",
          "paidCalls",
          "inputTokens",
          "outputTokens",
          "wallSeconds",
          "accuracyByStep");

  private CsvReport() {}

  /** The CSV text. */
  public static String write(ExperimentReport report) {
    StringBuilder out = new StringBuilder();
    try (CSVPrinter printer = new CSVPrinter(out, CSVFormat.RFC4180)) {
      List<String> head = new ArrayList<>(HEAD);
      for (CallPurpose purpose : CallPurpose.counted()) {
        head.add("paid" + capital(purpose));
      }
      printer.printRecord(head);
      for (CellRow cell : report.cells()) {
        printer.printRecord(row(report, cell));
      }
    } catch (IOException e) {
      throw new UncheckedIOException("a text cannot fail", e);
    }
    return out.toString();
  }

  private static String capital(CallPurpose purpose) {
    return purpose.name().charAt(0) + purpose.name().substring(1).toLowerCase(Locale.ROOT);
  }

  private static List<@Nullable Object> row(ExperimentReport report, CellRow row) {
    List<@Nullable Object> values =
        new ArrayList<>(
            Arrays.asList(
                report.experimentId(),
                report.simulated(),
                row.dataset(),
                row.transfer(),
                row.variant(),
                row.seed(),
                row.runId(),
                row.status()));
    CellResult result = row.result();
    if (result == null) {
      int columns = HEAD.size() + CallPurpose.counted().size();
      values.addAll(Collections.nCopies(columns - values.size(), null));
      return values;
    }
    values.addAll(scores(row, result));
    values.addAll(costs(row, result));
    return values;
  }

  private static List<@Nullable Object> scores(CellRow row, CellResult result) {
    HeldOutScore baseline = result.baseline();
    HeldOutScore best = row.transfer() == null ? result.best() : null;
    Comparison comparison = row.comparison();
    return Arrays.asList(
        row.accuracy(),
        result.acceptance(),
        baseline == null ? null : baseline.score(),
        baseline == null ? null : baseline.correct(),
        best == null ? null : best.correct(),
        baseline == null ? null : baseline.total(),
        comparison == null ? null : comparison.difference(),
        comparison == null ? null : comparison.lower(),
        comparison == null ? null : comparison.upper(),
        comparison == null ? null : comparison.p(),
        row.adjustedP());
  }

  private static @Nullable Long count(@Nullable Double value) {
    return value == null ? null : Math.round(value);
  }

  private static List<@Nullable Object> costs(CellRow row, CellResult result) {
    Cell cell = new Cell(row.dataset(), row.variant(), row.seed(), row.transfer());
    List<@Nullable Object> costs =
        new ArrayList<>(
            Arrays.asList(
                count(Measure.LENGTH.of(cell, result)),
                count(Measure.SENTENCES.of(cell, result)),
                result.paid() + result.ledgerCalls(),
                result.paid(),
                result.inputTokens(),
                result.outputTokens(),
                result.wallMillis() / 1000.0,
                result.accuracyByStep().stream()
                    .map(value -> value == null ? "" : String.format(Locale.ROOT, "%.4f", value))
                    .collect(Collectors.joining(" "))));
    for (CallPurpose purpose : CallPurpose.counted()) {
      costs.add(result.paidCalls().getOrDefault(purpose, 0));
    }
    return costs;
  }
}
