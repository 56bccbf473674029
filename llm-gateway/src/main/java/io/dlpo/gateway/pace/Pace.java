package io.dlpo.gateway.pace;

import java.time.Duration;
import java.util.Objects;

/**
 * How fast calls may go on: additive increase, multiplicative decrease. A refusal (429) halves the
 * share of the calls that may be under way at once; every second without one gives back a 64th of
 * all of them.
 *
 * @param share as it was at the last refusal, {@link #FLOOR} to 1
 * @param since time since that refusal
 * @param hold for how long the endpoint has asked not to be asked at all, from now
 */
public record Pace(double share, Duration since, Duration hold) {

  /** The smallest share: something must be tried, or nobody learns that it goes again. */
  public static final double FLOOR = 1.0 / 32;

  /** Refusals that are closer together are of one crowd of calls, and count once. */
  public static final Duration ONE_CROWD = Duration.ofSeconds(1);

  private static final double RECOVERY_A_SECOND = 1.0 / 64;

  /** As fast as the settings allow. */
  public static final Pace FULL = new Pace(1, Duration.ofDays(1), Duration.ZERO);

  public Pace {
    if (!(share >= FLOOR && share <= 1)) {
      throw new IllegalArgumentException(
          "Pace.share is " + share + "; allowed is " + FLOOR + " to 1");
    }
    Objects.requireNonNull(since, "Pace.since is missing");
    Objects.requireNonNull(hold, "Pace.hold is missing");
    since = notNegative(since);
    hold = notNegative(hold);
  }

  /** The share that holds now. */
  public double shareNow() {
    return Math.min(1, share + since.toMillis() / 1000.0 * RECOVERY_A_SECOND);
  }

  /** Of so many calls, those that may be under way at once now, 1 or more. */
  public int of(int calls) {
    return (int) Math.max(1, Math.floor(calls * shareNow()));
  }

  /**
   * After a refusal.
   *
   * @param asked for how long the endpoint wants peace; zero if it did not say
   */
  public Pace refused(Duration asked) {
    Duration longest = asked.compareTo(hold) > 0 ? asked : hold;
    return since.compareTo(ONE_CROWD) < 0
        ? new Pace(share, since, longest)
        : new Pace(Math.max(FLOOR, shareNow() / 2), Duration.ZERO, longest);
  }

  /** The same, later. */
  public Pace after(Duration time) {
    return new Pace(share, since.plus(time), hold.minus(time));
  }

  private static Duration notNegative(Duration time) {
    return time.isNegative() ? Duration.ZERO : time;
  }
}
