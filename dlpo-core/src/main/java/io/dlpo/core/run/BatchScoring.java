package io.dlpo.core.run;

import io.dlpo.contracts.evaluation.Example;
import io.dlpo.contracts.evaluation.Purpose;
import io.dlpo.contracts.event.BatchScored;
import io.dlpo.contracts.event.GradientProduced;
import io.dlpo.contracts.id.EvaluationId;
import io.dlpo.core.step.DecisionKind;
import io.dlpo.core.step.Plan;
import io.dlpo.core.update.UpdateDialogue;
import io.dlpo.core.update.UpdateReply;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Waits for the score of a step's batch. The score and the gradient have separate topics, so the
 * gradient may arrive first. The run then continues with the gradient and counts the calls of the
 * score when it arrives.
 *
 * @param history the run so far
 * @param step the step, from 1
 * @param redraw number of mistake-free batches that the step has drawn before this one
 * @param attempt number of earlier proposals of this evaluation
 */
record BatchScoring(RunHistory history, int step, int redraw, int attempt)
    implements EvaluationAwaited {

  /**
   * Draws a batch. Draws again while the current prompt is known to answer the whole batch
   * correctly. The last batch that a step may draw is always evaluated, because each decision must
   * follow an event.
   */
  static Transition draw(RunContext context, RunHistory history, int step, int first) {
    Set<String> right = history.memory().knownRight().of(history.prompts().current().promptId());
    int redraw = first;
    while (redraw < context.settings().optimizer().maxRedraws()
        && context.batch(history, step, redraw).stream()
            .map(Example::id)
            .allMatch(right::contains)) {
      redraw++;
    }
    return propose(context, history, step, redraw, 0);
  }

  /** Proposes the batch, or the final test if the budget does not cover the batch. */
  static Transition propose(
      RunContext context, RunHistory history, int step, int redraw, int attempt) {
    return Proposals.proposeCurrent(
        context,
        new BatchScoring(history, step, redraw, attempt),
        Purpose.BATCH,
        context.batch(history, step, redraw),
        "the next batch and its gradient");
  }

  @Override
  public EvaluationId expected(RunContext context) {
    return Proposals.id(
        context, step, Purpose.BATCH, history.prompts().current().promptId(), redraw, attempt);
  }

  @Override
  public Transition next(RunContext context, RunHistory counted, BatchScored event) {
    return event.mistakes().isEmpty()
        ? withoutMistake(context, counted, event.countedAsWrong())
        : Transition.to(new GradientAwaited(counted, step, redraw, attempt), List.of());
  }

  private Transition withoutMistake(RunContext context, RunHistory counted, int failed) {
    if (EarlyStop.of(context, counted).isPresent()) {
      return FinalChoice.propose(context, counted);
    }
    if (redraw < context.settings().optimizer().maxRedraws()) {
      return draw(context, counted, step, redraw + 1);
    }
    return Steps.endWithoutCandidate(
        context,
        SignatureDetector.batch(context, counted, redraw, failed),
        step,
        redraw,
        Plan.NONE,
        DecisionKind.NO_MISTAKE,
        "no failing example in " + (redraw + 1) + (redraw == 0 ? " batch" : " batches"));
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
    return propose(context, history, step, redraw, attempt + 1);
  }

  @Override
  public String phase() {
    return "step " + step + ": answering the batch";
  }
}
