package io.dlpo.gateway.throttle;

import java.time.Duration;
import java.util.Objects;

/**
 * How far calls are throttled: additive increase, multiplicative decrease (AIMD). A 429 halves the
 * share of the concurrent calls that may be in flight; each second without one restores 1/64 of all
 * calls.
 *
 * @param share the share right after the last 429, {@link #FLOOR} to 1
 * @param since time since the last 429
 * @param hold remaining time for which the endpoint asked for no calls at all
 */
public record Throttle(double share, Duration since, Duration hold) {

  /**
   * The smallest share: some calls must be made to find out when the endpoint accepts them again.
   */
  public static final double FLOOR = 1.0 / 32;

  /** Refusals within this time belong to the same burst and count once. */
  public static final Duration BURST = Duration.ofSeconds(1);

  private static final double RECOVERY_A_SECOND = 1.0 / 64;

  /** Not throttled. */
  public static final Throttle NONE = new Throttle(1, Duration.ofDays(1), Duration.ZERO);

  public Throttle {
    if (!(share >= FLOOR && share <= 1)) {
      throw new IllegalArgumentException(
          "Throttle.share is " + share + "; must be " + FLOOR + " to 1");
    }
    Objects.requireNonNull(since, "Throttle.since is missing");
    Objects.requireNonNull(hold, "Throttle.hold is missing");
    since = notNegative(since);
    hold = notNegative(hold);
  }

  /** The current share. */
  public double shareNow() {
    return Math.min(1, share + since.toMillis() / 1000.0 * RECOVERY_A_SECOND);
  }

  /** How many of the given number of calls may be in flight now, 1 or more. */
  public int limit(int calls) {
    return (int) Math.max(1, Math.floor(calls * shareNow()));
  }

  /**
   * The throttle after a 429.
   *
   * @param requested how long the endpoint asked for no calls; zero if it did not
   */
  public Throttle refused(Duration requested) {
    Duration longest = requested.compareTo(hold) > 0 ? requested : hold;
    return since.compareTo(BURST) < 0
        ? new Throttle(share, since, longest)
        : new Throttle(Math.max(FLOOR, shareNow() / 2), Duration.ZERO, longest);
  }

  /** The throttle after some time without a refusal. */
  public Throttle after(Duration time) {
    return new Throttle(share, since.plus(time), hold.minus(time));
  }

  private static Duration notNegative(Duration time) {
    return time.isNegative() ? Duration.ZERO : time;
  }
}
