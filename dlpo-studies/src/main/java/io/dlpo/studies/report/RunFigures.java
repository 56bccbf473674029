package io.dlpo.studies.report;

import io.dlpo.contracts.evaluation.HeldOutScore;
import io.dlpo.contracts.event.Comparison;
import io.dlpo.core.run.PromptVersion;
import io.dlpo.core.run.RunView;
import io.dlpo.core.statistics.Interval;
import io.dlpo.core.step.AggregateScore;
import io.dlpo.core.step.StepRecord;
import io.dlpo.studies.figure.NumberFormats;
import io.dlpo.studies.figure.Plot;
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
 * @param verdict the result in one sentence
 * @param result scores of both prompts on the test split
 * @param difference difference between both prompts, with its test, as a sentence
 * @param turned the test examples whose score differs between both prompts
 * @param diff difference between the texts of both prompts, word by word
 * @param changes the versions that led from the initial prompt to the best one, without the initial
 *     prompt
 * @param rejected the latest steps whose candidate was rejected
 * @param scores the scores by step as a plot; null if nothing was scored
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
    String verdict,
    Table result,
    String difference,
    TurnedExamples turned,
    WordDiff diff,
    List<PromptVersion> changes,
    List<StepRecord> rejected,
    @Nullable Plot scores,
    Table steps,
    Table costs,
    String money,
    String time,
    String seed,
    String spec) {

  /** How many rejected candidates a report shows: a page of hundreds is not read. */
  private static final int REJECTED_SHOWN = 50;

  public RunFigures {
    changes = List.copyOf(changes);
    rejected = List.copyOf(rejected);
  }

  /** The figures of a run. */
  public static RunFigures of(RunReport report) {
    RunView view = report.view();
    List<PromptVersion> path = report.path();
    return new RunFigures(
        report,
        view.status().name().toLowerCase(Locale.ROOT),
        view.accepted() + view.rejected(),
        RunVerdict.of(view),
        result(view),
        difference(view.comparison()),
        TurnedExamples.of(view.comparison(), report.test()),
        WordDiff.of(view.initial().text(), view.best().text()),
        path.subList(1, path.size()),
        rejected(report.steps()),
        ScorePlot.of(report),
        StepTable.of(report.steps()),
        Costs.table(view),
        Costs.money(report),
        Costs.time(report),
        report.spec().path("seed").asText(),
        report.spec().toPrettyString());
  }

  private static List<StepRecord> rejected(List<StepRecord> steps) {
    List<StepRecord> rejected =
        steps.stream().filter(step -> !step.accepted() && !step.edits().isEmpty()).toList();
    return rejected.subList(Math.max(0, rejected.size() - REJECTED_SHOWN), rejected.size());
  }

  private static Table result(RunView view) {
    return new Table(
        "Both prompts on the same examples of the test split, and the scores by which they were"
            + " compared and chosen during the run",
        List.of("prompt", "correct", "score", "95 % interval", "at acceptance", "at validation"),
        List.of(
            row("baseline", view.baselineTest(), view.initial()),
            row("best", view.bestTest(), view.best())));
  }

  private static List<String> row(
      String prompt, @Nullable HeldOutScore score, PromptVersion version) {
    return List.of(
        prompt,
        score == null ? NumberFormats.NONE : score.correct() + " of " + score.total(),
        score == null ? NumberFormats.NONE : NumberFormats.percent(score.score()),
        score == null
            ? NumberFormats.NONE
            : NumberFormats.percents(new Interval(score.lower(), score.upper())),
        during(version.acceptance()),
        during(version.validation()));
  }

  private static String during(@Nullable AggregateScore score) {
    return score == null ? NumberFormats.NONE : score.toString();
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
