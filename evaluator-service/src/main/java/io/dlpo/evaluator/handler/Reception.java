package io.dlpo.evaluator.handler;

import java.time.Duration;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;

/**
 * For how long this evaluator could receive predictions and count them, without a break. An
 * evaluation to which nothing came while Kafka or the database was away misses nothing yet. It is
 * looked at in every sweep, which is to be often against the time that is asked for: a sweep that
 * comes late is a break as well, since it may have waited for a database that did not answer. Not
 * thread-safe.
 */
final class Reception {

  /** No sweep that comes within this is late. */
  private static final Duration PROMPT = Duration.ofSeconds(30);

  private final BooleanSupplier connected;
  private final LongSupplier nanoTime;
  private long since;
  private long looked;

  /**
   * @param connected whether Kafka is there now
   * @param nanoTime the clock, as {@link System#nanoTime}
   */
  Reception(BooleanSupplier connected, LongSupplier nanoTime) {
    this.connected = connected;
    this.nanoTime = nanoTime;
    this.since = nanoTime.getAsLong();
    this.looked = since;
  }

  /** Whether it has been so for all of that time, as far as the looks at it tell. */
  boolean lasts(Duration time) {
    long now = nanoTime.getAsLong();
    boolean late = now - looked > Math.max(time.toNanos() / 2, PROMPT.toNanos());
    looked = now;
    if (late || !connected.getAsBoolean()) {
      since = now;
    }
    return now - since >= time.toNanos();
  }

  /** Something else that counting needs is away. */
  void broken() {
    since = nanoTime.getAsLong();
  }
}
