package io.dlpo.studies.report;

import io.dlpo.core.step.StepRecord;
import io.dlpo.studies.experiment.report.Markup;
import io.dlpo.studies.experiment.report.NumberFormats;
import io.dlpo.studies.experiment.report.Table;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What the page says of each step. */
final class StepSection {

  private static final List<String> STEPS =
      List.of(
          "step",
          "decision",
          "reason",
          "right before",
          "candidate",
          "of",
          "temperature",
          "probability",
          "edits",
          "calls paid",
          "ledger");

  private StepSection() {}

  static void write(List<StepRecord> steps, Markup out) {
    out.open("section").element("h2", "Steps").newline();
    Table.write(
        out,
        "Candidates on the acceptance set",
        STEPS,
        steps.stream().map(StepSection::row).toList());
    out.close().newline();
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
