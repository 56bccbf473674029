package io.dlpo.optimizer.report;

import io.dlpo.optimizer.experiment.report.Markup;
import io.dlpo.optimizer.experiment.report.Table;
import io.dlpo.optimizer.experiment.report.Words;
import io.dlpo.optimizer.step.StepRecord;
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
    return count == null ? Words.NONE : count.toString();
  }

  private static String number(@Nullable Double number) {
    return number == null ? Words.NONE : String.format(Locale.ROOT, "%.3f", number);
  }
}
