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
 * The textual gradient of a step's batch is being written.
 *
 * @param history the run so far
 * @param step from 1
 * @param redraw which of the step's batches it is, from 0
 * @param attempt which proposal of the batch it is, from 0
 */
record GradientAwaited(RunHistory history, int step, int redraw, int attempt)
    implements ActiveState {

  private EvaluationId expected(RunContext context) {
    return Proposals.id(
        context, step, Purpose.BATCH, history.prompts().current().promptId(), redraw, attempt);
  }

  @Override
  public Optional<Transition> awaited(RunContext context, BatchScored event) {
    return Optional.empty();
  }

  @Override
  public Optional<UpdateDialogue> updateFor(RunContext context, GradientProduced event) {
    return event.evaluation().id().equals(expected(context)) && event.gradient() != null
        ? Optional.of(new UpdatePhase(context, history, step).dialogue(event))
        : Optional.empty();
  }

  @Override
  public Optional<Transition> updated(
      RunContext context, GradientProduced event, List<UpdateReply> replies) {
    if (!event.evaluation().id().equals(expected(context))) {
      return ActiveState.super.updated(context, event, replies);
    }
    RunHistory counted = history.with(history.spending().plus(event).plus(replies));
    if (event.failure() != null) {
      return ActiveState.halt(with(counted), Failures.of("the textual gradient", event.failure()));
    }
    RunHistory charged = new Budgeting(context, counted).updated(event, replies);
    RunHistory watched =
        new SignatureDetector(context, charged).batch(redraw, event.critiques().size());
    return Optional.of(
        new UpdatePhase(context, watched, step).apply(event, replies, redraw, with(counted)));
  }

  @Override
  public Optional<Awaited> awaits(RunContext context) {
    return Optional.of(Awaited.gradient(expected(context)));
  }

  @Override
  public ActiveState with(RunHistory other) {
    return new GradientAwaited(other, step, redraw, attempt);
  }

  @Override
  public ActiveState abandoned(RunContext context) {
    return with(history.with(history.spending().expectLateGradient(expected(context))));
  }

  @Override
  public Transition again(RunContext context) {
    return new Flow(context).batch(history, step, redraw, attempt + 1);
  }

  @Override
  public String phase() {
    return "step " + step + ": writing the textual gradient";
  }
}
