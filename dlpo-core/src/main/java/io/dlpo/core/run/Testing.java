package io.dlpo.core.run;

import io.dlpo.contracts.evaluation.ExampleScore;
import io.dlpo.contracts.evaluation.HeldOutScore;
import io.dlpo.contracts.evaluation.Purpose;
import io.dlpo.contracts.event.BatchScored;
import io.dlpo.contracts.event.Comparison;
import io.dlpo.contracts.id.EvaluationId;
import io.dlpo.contracts.id.PromptId;
import io.dlpo.core.statistics.Interval;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Waits for the scores of the initial and the best prompt on the test split. Both are scored
 * concurrently.
 *
 * @param history the run so far
 * @param baseline the initial prompt's score; null until scored
 * @param best the best prompt's score; null until scored
 * @param earlier scores by example of the prompt that was scored first, ordered by example id; null
 *     until then
 * @param slowestMillis latency of the slower evaluation so far
 * @param attempt number of earlier proposals
 */
record Testing(
    RunHistory history,
    @Nullable HeldOutScore baseline,
    @Nullable HeldOutScore best,
    @Nullable List<Double> earlier,
    long slowestMillis,
    int attempt)
    implements ActiveState {

  /** Proposes the test of the initial and the best prompt. Without a test split, the run ends. */
  static Transition propose(RunContext context, RunHistory history) {
    return context.splits().test().isEmpty()
        ? Ended.finished(context, history, null, null, null)
        : new Testing(history, null, null, null, 0, 0).proposeOpen(context);
  }

  /** Proposes the evaluations that are not scored yet. */
  private Transition proposeOpen(RunContext context) {
    List<EvaluationRequest> requests =
        open().stream().map(prompt -> request(context, prompt)).toList();
    return Proposals.propose(
        context, this, requests, "the final test", reason -> untested(context, reason));
  }

  private EvaluationRequest request(RunContext context, PromptVersion prompt) {
    return new EvaluationRequest(
        expected(context, prompt), step(), Purpose.TEST, prompt.text(), context.splits().test());
  }

  /**
   * The reserve for the test was too small, because the tokens of a call are not known in advance.
   */
  private Transition untested(RunContext context, String reason) {
    RunHistory warned = history.warning("The test split is not scored: " + reason + ".");
    return Ended.finished(context, warned.with(warned.charges().spent(reason)), null, null, null);
  }

  /** Returns the prompts without a score. There is at most one if both are the same. */
  List<PromptVersion> open() {
    PromptVersion initial = history.prompts().initial();
    PromptVersion chosen = history.prompts().best();
    List<PromptVersion> prompts =
        initial.promptId().equals(chosen.promptId()) ? List.of(initial) : List.of(initial, chosen);
    return prompts.stream()
        .filter(prompt -> (prompt.equals(initial) ? baseline : best) == null)
        .toList();
  }

  EvaluationId expected(RunContext context, PromptVersion prompt) {
    return Proposals.id(context, step(), Purpose.TEST, prompt.promptId(), 0, attempt);
  }

  @Override
  public Optional<Transition> awaited(RunContext context, BatchScored event) {
    return open().stream()
        .filter(prompt -> event.evaluation().id().equals(expected(context, prompt)))
        .findFirst()
        .map(prompt -> tested(context, prompt.promptId(), event));
  }

  private Transition tested(RunContext context, PromptId prompt, BatchScored event) {
    RunHistory counted =
        Charging.scored(
            context, history.with(history.spending().plus(event)).withFailed(event), event);
    long slowest = Math.max(slowestMillis, event.criticalPathMillis());
    if (event.failed() > 0) {
      ActiveState rest =
          new Testing(counted, baseline, best, earlier, slowest, attempt)
              .abandonedBut(context, prompt);
      return Transition.to(new Paused(rest, Failures.of(context, event)), List.of());
    }
    HeldOutScore score = heldOut(event);
    List<Double> scores = scores(event);
    Testing next =
        new Testing(
            counted,
            prompt.equals(history.prompts().initial().promptId()) ? score : baseline,
            prompt.equals(history.prompts().best().promptId()) ? score : best,
            scores,
            slowest,
            attempt);
    return next.open().isEmpty()
        ? next.finished(context, comparison(prompt, event, scores))
        : Transition.to(next, List.of());
  }

  private Transition finished(RunContext context, @Nullable Comparison comparison) {
    RunHistory timed = history.with(history.spending().plusMillis(slowestMillis));
    return Ended.finished(context, timed, baseline, best, comparison);
  }

  /** Compares both prompts once the second is scored; null if they are the same. */
  private @Nullable Comparison comparison(PromptId second, BatchScored event, List<Double> scores) {
    if (earlier == null) {
      return null;
    }
    boolean bestIsSecond = second.equals(history.prompts().best().promptId());
    List<String> ids = event.examples().stream().map(ExampleScore::exampleId).toList();
    return PromptComparison.of(
        ids, bestIsSecond ? earlier : scores, bestIsSecond ? scores : earlier);
  }

  private static HeldOutScore heldOut(BatchScored event) {
    int total = event.evaluation().size();
    Interval interval = Interval.wilson(event.correct(), total);
    return new HeldOutScore(
        event.correct(), total, event.score(), interval.lower(), interval.upper());
  }

  /** The evaluator sorts the examples by id, so the scores of both prompts have the same order. */
  private static List<Double> scores(BatchScored event) {
    return event.examples().stream()
        .map(example -> Objects.requireNonNull(example.score(), "a test example is unscored"))
        .toList();
  }

  /** Abandons the other evaluation if it is still in flight after one has failed. */
  private Testing abandonedBut(RunContext context, PromptId failed) {
    Spending spending = history.spending();
    for (PromptVersion prompt : open()) {
      if (!prompt.promptId().equals(failed)) {
        spending = spending.expectLateScore(expected(context, prompt));
      }
    }
    return with(history.with(spending));
  }

  @Override
  public Optional<Awaited> awaits(RunContext context) {
    return Optional.of(
        new Awaited(
            Awaited.Kind.SCORE, open().stream().map(prompt -> expected(context, prompt)).toList()));
  }

  @Override
  public Testing with(RunHistory other) {
    return new Testing(other, baseline, best, earlier, slowestMillis, attempt);
  }

  @Override
  public ActiveState abandoned(RunContext context) {
    Spending spending = history.spending();
    for (PromptVersion prompt : open()) {
      spending = spending.expectLateScore(expected(context, prompt));
    }
    return with(history.with(spending));
  }

  @Override
  public Transition again(RunContext context) {
    return new Testing(history, baseline, best, earlier, slowestMillis, attempt + 1)
        .proposeOpen(context);
  }

  @Override
  public int step() {
    return history.steps();
  }

  @Override
  public String phase() {
    return "scoring the test split";
  }
}
