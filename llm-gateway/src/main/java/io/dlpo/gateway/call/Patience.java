package io.dlpo.gateway.call;

import io.dlpo.gateway.GatewaySettings;
import java.time.Duration;

/**
 * How long a call is tried. What the endpoint will get over (429, 5xx, a reply that is late) is
 * tried for a time, however many attempts that takes: in a storm in which 45 % of all attempts
 * fail, one call in fifty would use up five of them. What more likely stays as it is (nobody there,
 * a reply that cannot be read) is tried a few times, and then the user should hear of it. Time
 * spent waiting for a turn or a permit does not count.
 *
 * @param spent in attempts and in the pauses after them
 * @param persistent attempts that met a fault of the second sort
 * @param attempts all of them
 */
record Patience(Duration spent, int persistent, int attempts) {

  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(20);

  static final Patience FRESH = new Patience(Duration.ZERO, 0, 0);

  /** After one more attempt that failed. */
  Patience after(EndpointFault fault, Duration took) {
    return new Patience(spent.plus(took), persistent + (fault.passes() ? 0 : 1), attempts + 1);
  }

  /** After a pause. */
  Patience paused(Duration pause) {
    return new Patience(spent.plus(pause), persistent, attempts);
  }

  /** Whether to try again after that pause. */
  boolean lasts(EndpointFault fault, Duration pause, GatewaySettings settings) {
    return fault.retriable()
        && persistent < settings.attempts()
        && spent.plus(pause).compareTo(settings.maxDuration()) <= 0;
  }

  /**
   * The pause before the next attempt: it doubles up to 20 s and is jittered by a half, so that a
   * crowd of callers does not come back as one.
   *
   * @param chance 0 to 1, drawn by the caller
   */
  Duration backOff(Duration first, double chance) {
    long doubled = first.toNanos() << Math.max(0, Math.min(attempts, 20) - 1);
    long bounded = Math.min(doubled, Math.max(first.toNanos(), LONGEST_PAUSE.toNanos()));
    return Duration.ofNanos((long) (bounded * (0.5 + chance)));
  }
}
