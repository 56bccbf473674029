package io.dlpo.studies.report;

import io.dlpo.core.step.StepRecord;
import io.dlpo.studies.figure.NumberFormats;
import io.dlpo.studies.figure.Table;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A table of a run's steps, one row per step. */
final class StepTable {

  private static final List<String> HEAD =
      List.of(
          "step",
          "decision",
          "reason",
          "correct before",
          "candidate",
          "of",
          "temperature",
          "probability",
          "edits",
          "calls paid",
          "cached");

  private StepTable() {}

  static Table of(List<StepRecord> steps) {
    return new Table(
        "Candidates on the acceptance set", HEAD, steps.stream().map(StepTable::row).toList());
  }

  private static List<String> row(StepRecord step) {
    return List.of(
        Integer.toString(step.step()),
        step.accepted() ? "accepted" : "rejected",
        step.reason(),
        count(step.previousCorrect()),
        count(step.correct()),
        Integer.toString(step.total()),
        number(step.temperature()),
        number(step.probability()),
        Integer.toString(step.edits().size()),
        Integer.toString(step.usage().paid()),
        Integer.toString(step.usage().ledger()));
  }

  private static String count(@Nullable Integer count) {
    return count == null ? NumberFormats.NONE : count.toString();
  }

  private static String number(@Nullable Double number) {
    return number == null ? NumberFormats.NONE : String.format(Locale.ROOT, "%.3f", number);
  }
}
