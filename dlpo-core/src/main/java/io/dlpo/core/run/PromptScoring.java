package io.dlpo.core.run;

import io.dlpo.contracts.evaluation.Purpose;
import io.dlpo.contracts.event.BatchScored;
import io.dlpo.contracts.id.EvaluationId;
import io.dlpo.core.step.AggregateScore;

/**
 * The run's own prompt is being scored: the initial one before the first step, or the one that a
 * step has accepted.
 *
 * @param history the run so far
 * @param step the step that made the prompt; 0 for the initial one
 * @param purpose ACCEPTANCE or VALIDATION
 * @param attempt counts the proposals of this evaluation, from 0
 */
record PromptScoring(RunHistory history, int step, Purpose purpose, int attempt)
    implements EvaluationAwaited {

  @Override
  public EvaluationId expected(RunContext context) {
    return Proposals.id(context, step, purpose, history.prompts().current().promptId(), 0, attempt);
  }

  @Override
  public Transition next(RunContext context, RunHistory counted, BatchScored event) {
    AggregateScore aggregate = AggregateScore.of(event);
    Flow flow = new Flow(context);
    return purpose == Purpose.ACCEPTANCE
        ? flow.initialCompared(counted, aggregate)
        : flow.validated(counted, step, aggregate);
  }

  @Override
  public ActiveState with(RunHistory other) {
    return new PromptScoring(other, step, purpose, attempt);
  }

  @Override
  public Transition again(RunContext context) {
    return new Flow(context).scorePrompt(history, step, purpose, attempt + 1);
  }

  @Override
  public String phase() {
    return step == 0
        ? "scoring the initial prompt"
        : "step " + step + ": validating the accepted prompt";
  }
}
