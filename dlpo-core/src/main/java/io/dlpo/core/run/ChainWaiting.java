package io.dlpo.core.run;

import io.dlpo.contracts.event.BatchScored;
import java.util.List;
import java.util.Optional;

/**
 * A chain that has made its steps of the round, or cannot make more, and waits for the others.
 *
 * @param history the chain so far
 */
record ChainWaiting(RunHistory history) implements ActiveState {

  @Override
  public Optional<Transition> awaited(RunContext context, BatchScored event) {
    return Optional.empty();
  }

  @Override
  public ActiveState with(RunHistory other) {
    return new ChainWaiting(other);
  }

  @Override
  public ActiveState abandoned(RunContext context) {
    return this;
  }

  @Override
  public Transition again(RunContext context) {
    return Transition.to(this, List.of());
  }

  @Override
  public int step() {
    return history.decisions().made();
  }

  @Override
  public String phase() {
    return "waiting for the other chains";
  }
}
