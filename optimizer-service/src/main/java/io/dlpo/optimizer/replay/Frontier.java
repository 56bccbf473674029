package io.dlpo.optimizer.replay;

import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Queue;

/**
 * The walks that are yet to go on: those with the fewest detours first, of equals the one that was
 * added last. Not thread-safe.
 */
final class Frontier {

  private record Place(Walk walk, long added) {}

  private final Queue<Place> places =
      new PriorityQueue<>(
          Comparator.<Place>comparingInt(place -> place.walk().detours())
              .thenComparing(Place::added, Comparator.reverseOrder()));
  private long added;

  /** Adds walks of which the first is to go on first. */
  void add(List<Walk> walks) {
    walks.reversed().forEach(walk -> places.add(new Place(walk, added++)));
  }

  boolean isEmpty() {
    return places.isEmpty();
  }

  Walk next() {
    return places.remove().walk();
  }
}
