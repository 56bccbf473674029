package io.dlpo.core.run;

import io.dlpo.contracts.event.BatchScored;
import io.dlpo.contracts.event.GradientProduced;
import io.dlpo.contracts.event.RunCommand;
import io.dlpo.contracts.id.EvaluationId;
import io.dlpo.core.update.UpdateReply;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Starts nothing new until it is resumed. Then the work of the paused phase is proposed again.
 *
 * @param waiting the state that was paused
 * @param reason why it paused, for the user
 */
record Paused(ActiveState waiting, String reason) implements RunState {

  static final String BY_USER = "paused by a user";

  Paused {
    Objects.requireNonNull(waiting, "Paused.waiting is missing");
    Objects.requireNonNull(reason, "Paused.reason is missing");
  }

  @Override
  public Optional<Transition> scored(RunContext context, BatchScored event) {
    return waiting.late(context, event).map(this::counting);
  }

  @Override
  public Optional<Transition> updated(
      RunContext context, GradientProduced event, List<UpdateReply> replies) {
    return waiting.late(event, replies).map(this::counting);
  }

  private Transition counting(ActiveState late) {
    return Transition.to(new Paused(late, reason), List.of());
  }

  @Override
  public Optional<Transition> resumed(RunContext context) {
    return Optional.of(waiting.again(context));
  }

  /** A failed evaluation can pause the run while other evaluations are still in flight. */
  @Override
  public List<EvaluationId> abandonedBy(RunContext context, RunCommand command) {
    return waiting.abandonedBy(context, command);
  }

  @Override
  public Optional<Transition> cancelled(RunContext context) {
    return waiting.cancelled(context);
  }

  @Override
  public Optional<Transition> failed(RunContext context, String why) {
    return waiting.failed(context, why);
  }

  @Override
  public RunView view() {
    return RunView.of(waiting, RunStatus.PAUSED, reason);
  }
}
