package io.dlpo.studies.report;

import io.dlpo.contracts.evaluation.HeldOutScore;
import io.dlpo.contracts.event.Comparison;
import io.dlpo.core.run.PromptVersion;
import io.dlpo.core.run.RunView;
import io.dlpo.core.statistics.Interval;
import io.dlpo.studies.figure.NumberFormats;
import io.dlpo.studies.figure.Table;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The contents of a run's page.
 *
 * @param report the report of the run
 * @param status in lower case
 * @param decidedSteps number of steps with a decision
 * @param result scores of both prompts on the test split
 * @param difference difference between both prompts, with its test, as a sentence
 * @param changes the versions that led from the initial prompt to the best one, without the initial
 *     prompt
 * @param steps the steps of the run
 * @param costs calls and tokens by purpose
 * @param money cost of the paid calls, as a sentence
 * @param time duration, as a sentence
 * @param seed of the run
 * @param spec with all defaults, as JSON
 */
public record RunFigures(
    RunReport report,
    String status,
    int decidedSteps,
    Table result,
    String difference,
    List<PromptVersion> changes,
    Table steps,
    Table costs,
    String money,
    String time,
    String seed,
    String spec) {

  public RunFigures {
    changes = List.copyOf(changes);
  }

  /** The figures of a run. */
  public static RunFigures of(RunReport report) {
    RunView view = report.view();
    List<PromptVersion> path = report.path();
    return new RunFigures(
        report,
        view.status().name().toLowerCase(Locale.ROOT),
        view.accepted() + view.rejected(),
        result(view),
        difference(view.comparison()),
        path.subList(1, path.size()),
        StepTable.of(report.steps()),
        Costs.table(view),
        Costs.money(report),
        Costs.time(report),
        report.spec().path("seed").asText(),
        report.spec().toPrettyString());
  }

  private static Table result(RunView view) {
    return new Table(
        "Both prompts on the same examples of the test split",
        List.of("prompt", "correct", "score", "95 % interval"),
        List.of(row("baseline", view.baselineTest()), row("best", view.bestTest())));
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
      return "There is nothing to compare: the prompts are the same, or one has no test score.";
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
