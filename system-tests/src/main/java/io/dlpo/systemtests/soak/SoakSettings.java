package io.dlpo.systemtests.soak;

import java.time.Duration;
import java.util.List;

/**
 * The settings of a soak test.
 *
 * @param runs the number of concurrent runs, 1 to 50
 * @param kills the total number of kills, 0 or more
 * @param victims the parts to kill, at least one
 * @param seed the seed of the runs and of the kills
 * @param latency the latency of the simulated model: long enough for kills to hit calls in flight
 */
public record SoakSettings(int runs, int kills, List<Victim> victims, long seed, Duration latency) {

  private static final int MOST_RUNS = 50;

  public SoakSettings {
    if (runs < 1 || runs > MOST_RUNS) {
      throw new IllegalArgumentException("runs is " + runs + "; use 1 to " + MOST_RUNS);
    }
    if (kills < 0) {
      throw new IllegalArgumentException("kills is " + kills + "; use 0 or more");
    }
    if (victims.isEmpty()) {
      throw new IllegalArgumentException("victims is empty; use at least one");
    }
    victims = List.copyOf(victims);
  }
}
