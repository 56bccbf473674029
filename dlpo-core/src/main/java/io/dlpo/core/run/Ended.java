package io.dlpo.core.run;

import io.dlpo.contracts.evaluation.HeldOutScore;
import io.dlpo.contracts.evaluation.Usage;
import io.dlpo.contracts.event.Comparison;
import io.dlpo.contracts.event.RunFinished;
import io.dlpo.contracts.event.RunOutcome;
import io.dlpo.contracts.event.StopCause;
import io.dlpo.contracts.id.RunId;
import io.dlpo.core.prompt.Prompt;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The run has ended.
 *
 * @param history the run
 * @param step the last step that was started; 0 if none was
 * @param outcome how it ended
 * @param reason why it ended; null if all steps were completed
 * @param stoppedBy the setting that stopped it before its last step; null if none did
 * @param baseline score of the initial prompt on the test split; null if not scored
 * @param best score of the best prompt on the test split; null if not scored
 * @param comparison comparison of both on the same test examples; null unless both are scored
 */
record Ended(
    RunHistory history,
    int step,
    RunOutcome outcome,
    @Nullable String reason,
    @Nullable StopCause stoppedBy,
    @Nullable HeldOutScore baseline,
    @Nullable HeldOutScore best,
    @Nullable Comparison comparison)
    implements RunState {

  static final String BY_USER = "cancelled by a user";

  /** Ends a run that completed its steps, or as many as its budget and its settings allowed. */
  static Transition finished(
      RunContext context,
      RunHistory history,
      @Nullable HeldOutScore baseline,
      @Nullable HeldOutScore best,
      @Nullable Comparison comparison) {
    RunHistory watched = SignatureDetector.tested(hopeful(history, baseline, best), best);
    String spent = history.charges().spent();
    EarlyStop stop = spent == null ? EarlyStop.of(context, history).orElse(null) : null;
    return new Ended(
            watched,
            history.decisions().made(),
            spent == null ? RunOutcome.FINISHED : RunOutcome.BUDGET_SPENT,
            stop == null ? spent : stop.reason(),
            stop == null ? null : stop.cause(),
            baseline,
            best,
            comparison)
        .transition(context.runId(), context.elapsedMillis());
  }

  /** Warns if no prompt answers a test example: then the metric is a likelier cause than chance. */
  private static RunHistory hopeful(
      RunHistory history, @Nullable HeldOutScore baseline, @Nullable HeldOutScore best) {
    return baseline != null && best != null && baseline.score() == 0 && best.score() == 0
        ? history.warning(
            "Neither the initial nor the best prompt answers one of %d test examples. See in the events what the model answers, and whether metric and references fit."
                .formatted(best.total()))
        : history;
  }

  static Transition early(
      RunContext context, RunHistory history, int step, RunOutcome outcome, String reason) {
    return new Ended(history, step, outcome, reason, null, null, null, null)
        .transition(context.runId(), context.elapsedMillis());
  }

  static Transition refused(RunId runId, RunSettings settings, String reason, long elapsedMillis) {
    RunHistory history =
        RunHistory.begin(
            shownText(settings.prompt()), List.of(), settings.optimizer().steps(), List.of());
    return new Ended(history, 0, RunOutcome.FAILED, reason, null, null, null, null)
        .transition(runId, elapsedMillis);
  }

  private static String shownText(String marked) {
    try {
      return Prompt.parse(marked).text();
    } catch (IllegalArgumentException e) {
      return marked;
    }
  }

  private Transition transition(RunId runId, long elapsedMillis) {
    RunView view = view();
    Usage usage = view.usage();
    RunFinished event =
        new RunFinished(
            runId,
            outcome,
            reason,
            history.decisions().made(),
            history.decisions().accepted(),
            history.decisions().rejected(),
            view.initial().promptId(),
            view.best().promptId(),
            view.best().text(),
            baseline,
            best,
            usage,
            elapsedMillis,
            view.criticalPathMillis(),
            view.trajectory(),
            comparison,
            view.warnings(),
            stoppedBy);
    return Transition.to(this, List.of(event));
  }

  @Override
  public RunView view() {
    return RunView.of(this);
  }

  Ended with(RunHistory other) {
    return new Ended(other, step, outcome, reason, stoppedBy, baseline, best, comparison);
  }

  RunStatus status() {
    return switch (outcome) {
      case FINISHED -> RunStatus.FINISHED;
      case BUDGET_SPENT -> RunStatus.BUDGET_SPENT;
      case CANCELLED -> RunStatus.CANCELLED;
      case FAILED -> RunStatus.FAILED;
    };
  }

  String phase() {
    return status().name().toLowerCase(Locale.ROOT);
  }
}
