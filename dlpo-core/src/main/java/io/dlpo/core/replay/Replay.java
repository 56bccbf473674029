package io.dlpo.core.replay;

import io.dlpo.core.run.Transition;
import java.util.List;
import java.util.Optional;

/**
 * A replayed run.
 *
 * @param result whether the log agrees with what follows from it
 * @param decided the transitions that ended a step, in order; those that a fork began with are no
 *     part of them
 */
public record Replay(Result result, List<Transition> decided) {

  public Replay {
    decided = List.copyOf(decided);
  }

  /** The transition that ended a step; empty if the replay did not come there. */
  public Optional<Transition> after(int step) {
    return decided.stream()
        .filter(transition -> transition.step().stream().anyMatch(row -> row.step() == step))
        .findFirst();
  }
}
