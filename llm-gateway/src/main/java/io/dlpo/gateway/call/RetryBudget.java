package io.dlpo.gateway.call;

import io.dlpo.gateway.GatewaySettings;
import java.time.Duration;

/**
 * How long a call is retried. Transient faults (429, 5xx, timeouts) are retried for a limited time,
 * whatever the number of attempts: when 45 % of all attempts fail, one call in fifty would use up
 * five of them. Faults that are likely to stay (endpoint unreachable, reply unreadable) are retried
 * a limited number of times. Time spent waiting for a turn or a permit does not count. A
 * fault-tolerance guard cannot express this: its retry counts attempts or time from the first
 * attempt, with one limit for all faults.
 *
 * @param spent time spent in attempts and in the pauses after them
 * @param counted attempts that ended with a fault that is likely to stay
 * @param attempts all attempts
 */
record RetryBudget(Duration spent, int counted, int attempts) {

  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(20);

  static final RetryBudget UNUSED = new RetryBudget(Duration.ZERO, 0, 0);

  /** The budget after another failed attempt. */
  RetryBudget afterFault(EndpointFault fault, Duration took) {
    return new RetryBudget(spent.plus(took), counted + (fault.isTransient() ? 0 : 1), attempts + 1);
  }

  /** The budget after a pause. */
  RetryBudget afterPause(Duration pause) {
    return new RetryBudget(spent.plus(pause), counted, attempts);
  }

  /** Whether a retry after the given pause is within the budget. */
  boolean allows(EndpointFault fault, Duration pause, GatewaySettings settings) {
    return fault.retriable()
        && counted < settings.attempts()
        && spent.plus(pause).compareTo(settings.maxDuration()) <= 0;
  }

  /**
   * The pause before the next attempt. It doubles up to 20 s and has a jitter of 50 %, so that many
   * callers do not retry at the same time.
   *
   * @param chance a random number from 0 to 1
   */
  Duration backOff(Duration first, double chance) {
    long doubled = first.toNanos() << Math.max(0, Math.min(attempts, 20) - 1);
    long bounded = Math.min(doubled, Math.max(first.toNanos(), LONGEST_PAUSE.toNanos()));
    return Duration.ofNanos((long) (bounded * (0.5 + chance)));
  }
}
