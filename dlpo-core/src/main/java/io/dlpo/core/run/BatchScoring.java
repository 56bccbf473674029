package io.dlpo.core.run;

import io.dlpo.contracts.evaluation.Purpose;
import io.dlpo.contracts.event.BatchScored;
import io.dlpo.contracts.event.GradientProduced;
import io.dlpo.contracts.id.EvaluationId;
import io.dlpo.core.update.UpdateDialogue;
import io.dlpo.core.update.UpdateReply;
import java.util.List;
import java.util.Optional;

/**
 * A step's batch is being answered. The gradient may overtake the score on its way here, since both
 * have their own topics; then the run goes on with it and counts the score's calls when it comes.
 *
 * @param history the run so far
 * @param step from 1
 * @param redraw how many batches without a wrong answer the step has drawn before
 * @param attempt counts the proposals of this evaluation, from 0
 */
record BatchScoring(RunHistory history, int step, int redraw, int attempt)
    implements EvaluationAwaited {

  @Override
  public EvaluationId expected(RunContext context) {
    return Proposals.id(
        context, step, Purpose.BATCH, history.prompts().current().promptId(), redraw, attempt);
  }

  @Override
  public Transition next(RunContext context, RunHistory counted, BatchScored event) {
    return event.mistakes().isEmpty()
        ? new Flow(context).withoutMistake(counted, step, redraw)
        : Transition.to(new GradientAwaited(counted, step, redraw, attempt), List.of());
  }

  @Override
  public Optional<UpdateDialogue> updateFor(RunContext context, GradientProduced event) {
    return overtaken(context).updateFor(context, event);
  }

  @Override
  public Optional<Transition> updated(
      RunContext context, GradientProduced event, List<UpdateReply> replies) {
    return event.evaluation().id().equals(expected(context))
        ? overtaken(context).updated(context, event, replies)
        : EvaluationAwaited.super.updated(context, event, replies);
  }

  private GradientAwaited overtaken(RunContext context) {
    RunHistory late = history.with(history.spending().expectLateScore(expected(context)));
    return new GradientAwaited(late, step, redraw, attempt);
  }

  @Override
  public ActiveState with(RunHistory other) {
    return new BatchScoring(other, step, redraw, attempt);
  }

  @Override
  public ActiveState abandoned(RunContext context) {
    EvaluationId id = expected(context);
    return with(history.with(history.spending().expectLateScore(id).expectLateGradient(id)));
  }

  @Override
  public Transition again(RunContext context) {
    return new Flow(context).batch(history, step, redraw, attempt + 1);
  }

  @Override
  public String phase() {
    return "step " + step + ": answering the batch";
  }
}
