package io.dlpo.studies.report;

import io.dlpo.contracts.evaluation.HeldOutScore;
import io.dlpo.contracts.event.Comparison;
import io.dlpo.core.run.Progress;
import io.dlpo.core.statistics.Interval;
import io.dlpo.studies.experiment.report.Markup;
import io.dlpo.studies.experiment.report.NumberFormats;
import io.dlpo.studies.experiment.report.Table;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What the page says of both prompts on the test split. */
final class ResultSection {

  private ResultSection() {}

  static void write(RunReport report, Markup out) {
    Progress progress = report.progress();
    out.open("section").element("h2", "Result").newline();
    Table.write(
        out,
        "Both prompts on the same examples of the test split",
        List.of("prompt", "right", "score", "95 % interval"),
        List.of(row("baseline", progress.baselineTest()), row("best", progress.bestTest())));
    out.element("p", difference(progress.comparison())).newline();
    out.close().newline();
  }

  private static List<String> row(String prompt, @Nullable HeldOutScore score) {
    return score == null
        ? List.of(prompt, NumberFormats.NONE, NumberFormats.NONE, NumberFormats.NONE)
        : List.of(
            prompt,
            score.correct() + " of " + score.total(),
            NumberFormats.percent(score.score()),
            NumberFormats.percents(new Interval(score.lower(), score.upper())));
  }

  private static String difference(@Nullable Comparison comparison) {
    if (comparison == null) {
      return "The prompts are the same, or one of them was not scored: there is nothing to compare.";
    }
    String interval =
        comparison.lower() == null || comparison.upper() == null
            ? NumberFormats.NONE
            : NumberFormats.points(new Interval(comparison.lower(), comparison.upper()));
    return "Difference %s points (95 %% interval %s), p %s (%s)."
        .formatted(
            NumberFormats.points(comparison.difference()),
            interval,
            NumberFormats.probability(comparison.p()),
            comparison.method().toLowerCase(Locale.ROOT).replace('_', ' '));
  }
}
