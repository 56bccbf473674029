package io.dlpo.core.run;

import io.dlpo.contracts.event.BatchScored;
import io.dlpo.contracts.id.EvaluationId;
import java.util.Optional;

/** A run that waits for the score of one evaluation. */
sealed interface EvaluationAwaited extends ActiveState
    permits PromptScoring, BatchScoring, CandidateScoring {

  /** Returns the id of the evaluation that it waits for. */
  EvaluationId expected(RunContext context);

  /** Returns the transition after a score without failures. Its calls are already counted. */
  Transition next(RunContext context, RunHistory counted, BatchScored event);

  @Override
  default Optional<Awaited> awaits(RunContext context) {
    return Optional.of(Awaited.score(expected(context)));
  }

  @Override
  default ActiveState abandoned(RunContext context) {
    return with(history().with(history().spending().expectLateScore(expected(context))));
  }

  @Override
  default Optional<Transition> awaited(RunContext context, BatchScored event) {
    if (!event.evaluation().id().equals(expected(context))) {
      return Optional.empty();
    }
    RunHistory counted =
        history()
            .with(history().spending().plus(event).plusMillis(event.criticalPathMillis()))
            .with(history().memory().knowing(event, context.rememberedIds()))
            .withFailed(event);
    return event.failed() > 0
        ? ActiveState.halt(with(counted), Failures.of(context, event))
        : Optional.of(next(context, Charging.scored(context, counted, event), event));
  }
}
