package io.dlpo.cli.stack;

import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/** Decides when an exited process is restarted: the pause doubles after each short life. */
final class RestartBackoff {

  private static final long SHORT_LIFE_NANOS = TimeUnit.SECONDS.toNanos(10);
  private static final long INITIAL_PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(500);
  private static final int MAX_DOUBLINGS = 4;

  private final LongSupplier nanos;
  private long startedAt;
  private boolean exited;
  private boolean livedLong;
  private int earlyExits;

  /**
   * @param nanos the clock, as {@link System#nanoTime}
   */
  RestartBackoff(LongSupplier nanos) {
    this.nanos = nanos;
    this.startedAt = nanos.getAsLong();
  }

  /** Whether to restart a process that has exited. If so, it counts as restarted. */
  boolean isDue() {
    long sinceStart = nanos.getAsLong() - startedAt;
    if (!exited) {
      exited = true;
      livedLong = sinceStart >= SHORT_LIFE_NANOS;
    }
    if (!livedLong && sinceStart < INITIAL_PAUSE_NANOS << earlyExits) {
      return false;
    }
    earlyExits = livedLong ? 0 : Math.min(earlyExits + 1, MAX_DOUBLINGS);
    startedAt = nanos.getAsLong();
    exited = false;
    return true;
  }

  /** How often in a row the process exited soon after its start. */
  int earlyExits() {
    return earlyExits;
  }
}
