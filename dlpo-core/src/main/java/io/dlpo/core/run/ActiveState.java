package io.dlpo.core.run;

import io.dlpo.contracts.event.BatchScored;
import io.dlpo.contracts.event.GradientProduced;
import io.dlpo.contracts.event.RunOutcome;
import io.dlpo.core.update.UpdateReply;
import java.util.List;
import java.util.Optional;

/** A running state that waits for the result of a proposal. */
sealed interface ActiveState extends RunState
    permits EvaluationAwaited, EvaluationsAwaited, GradientAwaited, Testing, Chains, ChainWaiting {

  RunHistory history();

  /** The current step, from 1; 0 before the first step. */
  int step();

  /** A description of the phase for the user. */
  String phase();

  /** The same state with another history. */
  ActiveState with(RunHistory history);

  /** Stops waiting for the pending events. Their calls are still counted if they arrive later. */
  ActiveState abandoned(RunContext context);

  /**
   * Proposes the phase's work again. Calls that were already answered are served from the ledger.
   */
  Transition again(RunContext context);

  /** Handles an event that this state waits for. Empty for any other event. */
  Optional<Transition> awaited(RunContext context, BatchScored event);

  @Override
  default Optional<Transition> scored(RunContext context, BatchScored event) {
    ActiveState noted = with(history().noting(event.notes()));
    Optional<Transition> next = noted.awaited(context, event);
    return next.isPresent()
        ? next
        : late(context, event).map(late -> Transition.to(late, List.of()));
  }

  /** Counts the calls of a score that it no longer waits for. Empty if already counted. */
  default Optional<ActiveState> late(RunContext context, BatchScored event) {
    return history()
        .spending()
        .late(event)
        .map(late -> history().noting(event.notes()).with(late).withFailed(event))
        .map(late -> with(Charging.scored(context, late, event)));
  }

  /** Counts the calls of a gradient that it no longer waits for. Empty if already counted. */
  default Optional<ActiveState> late(GradientProduced event, List<UpdateReply> replies) {
    return history()
        .spending()
        .late(event, replies)
        .map(late -> with(history().noting(event, replies).with(late)));
  }

  @Override
  default Optional<Transition> updated(
      RunContext context, GradientProduced event, List<UpdateReply> replies) {
    return late(event, replies).map(late -> Transition.to(late, List.of()));
  }

  @Override
  default Optional<Transition> paused(RunContext context, String reason) {
    return Optional.of(Transition.to(new Paused(abandoned(context), reason), List.of()));
  }

  /**
   * Abandons the pending work and proposes it again. Late results of the old work are still
   * counted.
   */
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

  /** Pauses the run after a failed call. */
  static Optional<Transition> halt(ActiveState state, String reason) {
    return Optional.of(Transition.to(new Paused(state, reason), List.of()));
  }
}
