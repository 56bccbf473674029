package io.dlpo.core.run;

import io.dlpo.contracts.event.BatchScored;
import io.dlpo.contracts.id.EvaluationId;
import io.dlpo.contracts.id.PromptId;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** A run that waits for the scores of several prompts on the same examples. */
sealed interface EvaluationsAwaited extends ActiveState permits CandidateScreening, FinalChoice {

  /** Returns the prompts, each with a text of its own, 1 or more. */
  List<PromptId> evaluated();

  /** Returns the scores that have arrived. */
  Scores scores();

  EvaluationId expected(RunContext context, PromptId prompt);

  /** Returns the same state with another history and other scores. */
  EvaluationsAwaited with(RunHistory history, Scores scores);

  /** Returns the transition after the last score. All calls are already counted. */
  Transition next(RunContext context);

  @Override
  default ActiveState with(RunHistory history) {
    return with(history, scores());
  }

  /** Returns the prompts without a score. */
  default List<PromptId> open() {
    return evaluated().stream().filter(Predicate.not(scores()::has)).toList();
  }

  @Override
  default Optional<Awaited> awaits(RunContext context) {
    return Optional.of(
        new Awaited(
            Awaited.Kind.SCORE, open().stream().map(prompt -> expected(context, prompt)).toList()));
  }

  @Override
  default ActiveState abandoned(RunContext context) {
    Spending spending = history().spending();
    for (PromptId prompt : open()) {
      spending = spending.expectLateScore(expected(context, prompt));
    }
    return with(history().with(spending));
  }

  @Override
  default Optional<Transition> awaited(RunContext context, BatchScored event) {
    return open().stream()
        .filter(prompt -> event.evaluation().id().equals(expected(context, prompt)))
        .findFirst()
        .map(prompt -> scored(context, prompt, event));
  }

  /** Adds a score. If examples failed, pauses and abandons the evaluations in flight. */
  private Transition scored(RunContext context, PromptId prompt, BatchScored event) {
    RunHistory counted =
        history()
            .with(history().spending().plus(event))
            .with(history().memory().knowing(event, context.rememberedIds()))
            .withFailed(event);
    if (event.failed() > 0) {
      Spending spending = counted.spending();
      for (PromptId other : open()) {
        spending =
            other.equals(prompt) ? spending : spending.expectLateScore(expected(context, other));
      }
      return Transition.to(
          new Paused(with(counted.with(spending)), Failures.of(context, event)), List.of());
    }
    Scores all = scores().plus(event);
    EvaluationsAwaited next = with(Charging.scored(context, counted, event), all);
    return next.open().isEmpty()
        ? next.with(
                next.history().with(next.history().spending().plusMillis(all.slowestMillis())), all)
            .next(context)
        : Transition.to(next, List.of());
  }
}
