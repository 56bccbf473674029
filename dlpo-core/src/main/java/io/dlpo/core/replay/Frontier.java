package io.dlpo.core.replay;

import io.dlpo.contracts.event.Event;
import io.dlpo.core.run.RunState;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Queue;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The walks that are yet to go on: those with the fewest detours first, of equals the one that was
 * added last. Ways that took the same inputs to the same state are one, however they got there:
 * what remains of the log leads on from both alike. Without that, a log whose inputs can be taken
 * in two orders at each step would have as many ways as two to the power of its steps. Not
 * thread-safe.
 */
final class Frontier {

  private record Place(Walk walk, long added) {}

  private record Explained(BitSet used, BitSet met) {}

  private record Reached(RunState state, @Nullable Event missing) {}

  private final Queue<Place> places =
      new PriorityQueue<>(
          Comparator.<Place>comparingInt(place -> place.walk().detours())
              .thenComparing(Place::added, Comparator.reverseOrder()));
  private final Map<Explained, Set<Reached>> known = new HashMap<>();
  private long added;

  /** Adds walks of which the first is to go on first, but none that is there already, or was. */
  void add(List<Walk> walks) {
    walks.reversed().stream()
        .filter(this::isNew)
        .forEach(walk -> places.add(new Place(walk, added++)));
  }

  private boolean isNew(Walk walk) {
    return known
        .computeIfAbsent(new Explained(walk.used(), walk.met()), any -> new HashSet<>())
        .add(new Reached(walk.state(), walk.missing()));
  }

  boolean isEmpty() {
    return places.isEmpty();
  }

  Walk next() {
    return places.remove().walk();
  }
}
