package io.dlpo.cli.stack;

import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/** When a process that has died is started again: what keeps dying is given more and more time. */
final class RestartBackoff {

  private static final long SHORT_LIFE_NANOS = TimeUnit.SECONDS.toNanos(10);
  private static final long FIRST_PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(500);
  private static final int MOST_DOUBLINGS = 4;

  private final LongSupplier nanos;
  private long startedAt;
  private boolean dead;
  private boolean livedLong;
  private int quickDeaths;

  /**
   * @param nanos the clock, as {@link System#nanoTime}
   */
  RestartBackoff(LongSupplier nanos) {
    this.nanos = nanos;
    this.startedAt = nanos.getAsLong();
  }

  /** Whether a process that is found dead is to be started; if so, it counts as started. */
  boolean isDue() {
    long sinceStart = nanos.getAsLong() - startedAt;
    if (!dead) {
      dead = true;
      livedLong = sinceStart >= SHORT_LIFE_NANOS;
    }
    if (!livedLong && sinceStart < FIRST_PAUSE_NANOS << quickDeaths) {
      return false;
    }
    quickDeaths = livedLong ? 0 : Math.min(quickDeaths + 1, MOST_DOUBLINGS);
    startedAt = nanos.getAsLong();
    dead = false;
    return true;
  }

  /** How often in a row it has died soon after it was started. */
  int quickDeaths() {
    return quickDeaths;
  }
}
