package io.dlpo.core.replay;

import io.dlpo.core.run.Transition;
import java.util.List;
import java.util.Optional;

/**
 * A replayed run.
 *
 * @param result whether the log agrees with the recomputed events
 * @param decided the transitions that ended a step, in order, without those that a fork inherited
 */
public record Replay(ReplayResult result, List<Transition> decided) {

  public Replay {
    decided = List.copyOf(decided);
  }

  /** The transition that ended a step; empty if the replay did not reach it. */
  public Optional<Transition> after(int step) {
    return decided.stream()
        .filter(transition -> transition.step().stream().anyMatch(row -> row.step() == step))
        .findFirst();
  }
}
