package io.dlpo.core.annealing;

import java.util.ArrayList;
import java.util.List;

/**
 * Prefixes of the acceptance set on which a candidate is scored one after the other; each is about
 * twice as long as the one before it, and the last is the whole set.
 *
 * @param ends how many examples have been scored at the end of each rung, ascending
 */
public record Rungs(List<Integer> ends) {

  public Rungs {
    ends = List.copyOf(ends);
  }

  /**
   * The rungs of an acceptance set.
   *
   * @param total its examples, 1 or more
   * @param count how many rungs at most, 1 or more; a small set has fewer
   */
  public static Rungs of(int total, int count) {
    List<Integer> ends = new ArrayList<>();
    for (int halvings = count - 1; halvings >= 0; halvings--) {
      int end = Math.ceilDiv(total, 1 << halvings);
      if (ends.isEmpty() || end > ends.getLast()) {
        ends.add(end);
      }
    }
    return new Rungs(ends);
  }

  /** How many examples have been scored when the rung after so many is done. */
  public int endAfter(int evaluated) {
    return ends.stream().filter(end -> end > evaluated).findFirst().orElseThrow();
  }
}
