package io.dlpo.evaluator.handler;

import java.time.Duration;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;

/**
 * How long this evaluator has been able to receive and count predictions without a break.
 * Evaluations without new predictions during an outage of Kafka or the database are not overdue.
 * Every sweep checks it. A sweep that comes late counts as a break too, since it may have waited
 * for an unresponsive database. Not thread-safe.
 */
final class ConsumerUptime {

  /** A sweep within this time is never late. */
  private static final Duration MIN_GAP = Duration.ofSeconds(30);

  private final BooleanSupplier connected;
  private final LongSupplier nanoTime;
  private long since;
  private long checked;

  /**
   * @param connected whether Kafka is reachable now
   * @param nanoTime the clock, like {@link System#nanoTime}
   */
  ConsumerUptime(BooleanSupplier connected, LongSupplier nanoTime) {
    this.connected = connected;
    this.nanoTime = nanoTime;
    this.since = nanoTime.getAsLong();
    this.checked = since;
  }

  /** Whether the uptime is at least the given time, as far as the checks show. */
  boolean hasLasted(Duration time) {
    long now = nanoTime.getAsLong();
    boolean late = now - checked > Math.max(time.toNanos() / 2, MIN_GAP.toNanos());

    checked = now;
    if (late || !connected.getAsBoolean()) {
      since = now;
    }
    return now - since >= time.toNanos();
  }

  /** Counting failed for another reason: the uptime starts again. */
  void reset() {
    since = nanoTime.getAsLong();
  }
}
