package io.dlpo.simulator.fault;

import java.util.function.LongSupplier;

/** A limit of requests per second, counted in whole seconds. Thread-safe. */
final class RateLimit {

  private static final long MILLIS = 1_000;

  private final int perSecond;
  private final LongSupplier clock;
  private long second;
  private int used;

  /**
   * @param perSecond 0 for no limit
   * @param clock the time in milliseconds
   */
  RateLimit(int perSecond, LongSupplier clock) {
    this.perSecond = perSecond;
    this.clock = clock;
  }

  /** Whether another request is within the limit. */
  synchronized boolean admits() {
    if (perSecond == 0) {
      return true;
    }
    long now = clock.getAsLong() / MILLIS;
    if (now != second) {
      second = now;
      used = 0;
    }
    return ++used <= perSecond;
  }
}
