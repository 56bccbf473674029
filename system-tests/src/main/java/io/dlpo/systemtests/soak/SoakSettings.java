package io.dlpo.systemtests.soak;

import java.time.Duration;
import java.util.List;

/**
 * How much is disturbed.
 *
 * @param runs that go on at once, 1 to 50
 * @param kills in all, 0 or more
 * @param victims whom, at least one
 * @param seed of the runs and of the kills
 * @param latency of the simulated model: long enough that kills meet calls under way
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
