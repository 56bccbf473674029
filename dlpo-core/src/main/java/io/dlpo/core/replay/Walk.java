package io.dlpo.core.replay;

import io.dlpo.contracts.event.Event;
import io.dlpo.core.run.RunState;
import io.dlpo.core.run.Transition;
import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How far a replay has come on one way through the log.
 *
 * @param state the run there
 * @param used inputs of the log that were taken, by their place
 * @param met outputs of the log that were recomputed, by their place
 * @param missing the first recomputed event that the log does not hold; null if it holds all. Only
 *     the last transition of a run that goes on may have one: it is about to be published
 * @param ended the last step that ended; null if none has
 * @param detours how often it met an output before an earlier one of its topic
 */
record Walk(
    RunState state,
    BitSet used,
    BitSet met,
    @Nullable Event missing,
    @Nullable Steps ended,
    int detours) {

  /** The steps that ended, the last one first. */
  record Steps(@Nullable Steps before, Transition last) {}

  boolean hasEnded() {
    return state.progress().status().hasEnded();
  }

  /** How many events of the log it explains. */
  int explained() {
    return used.cardinality() + met.cardinality();
  }

  /** The transitions that ended a step, in order. */
  List<Transition> decided() {
    Deque<Transition> all = new ArrayDeque<>();
    for (Steps steps = ended; steps != null; steps = steps.before()) {
      all.addFirst(steps.last());
    }
    return List.copyOf(all);
  }

  /** The same place with one more input taken that has no effect. */
  Walk dropping(int input) {
    return new Walk(state, plus(used, input), met, missing, ended, detours);
  }

  static BitSet plus(BitSet set, int place) {
    BitSet more = (BitSet) set.clone();
    more.set(place);
    return more;
  }
}
