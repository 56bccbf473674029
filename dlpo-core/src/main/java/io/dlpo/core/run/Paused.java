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
 * The run starts nothing new until it is resumed; then the phase's work is proposed once more.
 *
 * @param waiting the phase that it paused in
 * @param reason for the user
 */
record Paused(ActiveState waiting, String reason) implements RunState {

  static final String BY_USER = "paused by a user";

  Paused {
    Objects.requireNonNull(waiting, "Paused.waiting is missing");
    Objects.requireNonNull(reason, "Paused.reason is missing");
  }

  @Override
  public Optional<Transition> scored(RunContext context, BatchScored event) {
    return waiting
        .history()
        .spending()
        .late(event)
        .map(late -> Charging.scored(context, waiting.history().with(late), event))
        .map(this::counting);
  }

  @Override
  public Optional<Transition> updated(
      RunContext context, GradientProduced event, List<UpdateReply> replies) {
    return waiting
        .history()
        .spending()
        .late(event, replies)
        .map(waiting.history()::with)
        .map(this::counting);
  }

  private Transition counting(RunHistory late) {
    return Transition.to(new Paused(waiting.with(late), reason), List.of());
  }

  @Override
  public Optional<Transition> resumed(RunContext context) {
    return Optional.of(waiting.again(context));
  }

  /** A failure of one evaluation pauses also while others are under way. */
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
