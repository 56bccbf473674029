package io.dlpo.core.annealing;

import java.util.ArrayList;
import java.util.List;

/**
 * Growing prefixes of the acceptance set on which a candidate is scored in turn. Each is about
 * twice as long as the previous one, and the last is the whole set.
 *
 * @param ends number of examples scored at the end of each rung, ascending
 */
public record Rungs(List<Integer> ends) {

  public Rungs {
    ends = List.copyOf(ends);
  }

  /**
   * Divides an acceptance set into rungs.
   *
   * @param total number of examples, 1 or more
   * @param count maximum number of rungs, 1 or more; a small set has fewer
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

  /** Returns the end of the rung that follows the given number of scored examples. */
  public int endAfter(int evaluated) {
    return ends.stream().filter(end -> end > evaluated).findFirst().orElseThrow();
  }
}
