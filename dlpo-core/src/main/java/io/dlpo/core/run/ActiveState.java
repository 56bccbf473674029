package io.dlpo.core.run;

import io.dlpo.contracts.event.BatchScored;
import io.dlpo.contracts.event.GradientProduced;
import io.dlpo.contracts.event.RunOutcome;
import io.dlpo.core.update.UpdateReply;
import java.util.List;
import java.util.Optional;

/** A run that waits for the answer to something it proposed. */
sealed interface ActiveState extends RunState permits EvaluationAwaited, GradientAwaited, Testing {

  RunHistory history();

  /** From 1; 0 before the first step. */
  int step();

  /** What it waits for, in words. */
  String phase();

  /** The same state with another book. */
  ActiveState with(RunHistory history);

  /** The state that no longer waits, but counts what still comes of what it proposed. */
  ActiveState abandoned(RunContext context);

  /** Proposes the phase's work once more; what was answered already, the ledger answers. */
  Transition again(RunContext context);

  /** An event that this state waits for; empty if it is another one. */
  Optional<Transition> awaited(RunContext context, BatchScored event);

  @Override
  default Optional<Transition> scored(RunContext context, BatchScored event) {
    Optional<Transition> next = awaited(context, event);
    return next.isPresent()
        ? next
        : history()
            .spending()
            .late(event)
            .map(late -> Charging.scored(context, history().with(late), event))
            .map(late -> Transition.to(with(late), List.of()));
  }

  @Override
  default Optional<Transition> updated(
      RunContext context, GradientProduced event, List<UpdateReply> replies) {
    return history()
        .spending()
        .late(event, replies)
        .map(late -> Transition.to(with(history().with(late)), List.of()));
  }

  @Override
  default Optional<Transition> paused(RunContext context, String reason) {
    return Optional.of(Transition.to(new Paused(abandoned(context), reason), List.of()));
  }

  /** As a pause that ends at once: should the lost answer come after all, its calls are counted. */
  @Override
  default Optional<Transition> repeated(RunContext context) {
    return Optional.of(abandoned(context).again(context));
  }

  @Override
  default Optional<Transition> cancelled(RunContext context) {
    return Optional.of(
        Ended.early(context, history(), step(), RunOutcome.CANCELLED, Ended.BY_USER));
  }

  @Override
  default Optional<Transition> failed(RunContext context, String reason) {
    return Optional.of(Ended.early(context, history(), step(), RunOutcome.FAILED, reason));
  }

  @Override
  default RunView view() {
    return RunView.of(this, RunStatus.RUNNING, null);
  }

  /** The state after a failed call: it is paused, and says why. */
  static Optional<Transition> halt(ActiveState state, String reason) {
    return Optional.of(Transition.to(new Paused(state, reason), List.of()));
  }
}
