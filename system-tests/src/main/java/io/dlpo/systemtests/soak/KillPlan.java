package io.dlpo.systemtests.soak;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/**
 * Determines the order and times of kills from a seed. Each round kills every victim once in random
 * order, so that even a few kills cover all victims.
 */
final class KillPlan {

  /** A kill at a time after the previous one, or later if its victim is not ready. */
  record Kill(Victim victim, Duration after) {}

  private static final int SHORTEST_MILLIS = 100;
  private static final int LONGEST_MILLIS = 2500;

  private KillPlan() {}

  static List<Kill> of(int kills, List<Victim> victims, long seed) {
    Random random = new Random(seed);
    List<Kill> plan = new ArrayList<>();
    List<Victim> round = new ArrayList<>();
    while (plan.size() < kills) {
      if (round.isEmpty()) {
        round.addAll(victims);
        Collections.shuffle(round, random);
      }
      long after = random.nextLong(SHORTEST_MILLIS, LONGEST_MILLIS + 1L);
      plan.add(new Kill(round.removeLast(), Duration.ofMillis(after)));
    }
    return plan;
  }
}
