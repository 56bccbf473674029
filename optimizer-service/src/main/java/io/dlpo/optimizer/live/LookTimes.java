package io.dlpo.optimizer.live;

import java.time.Duration;

/**
 * When to look for a change of a run. A record that a handler takes reaches viewers before its
 * effect is stored, so looks follow it at growing intervals. A change that no record follows, such
 * as a pause after a failed call, is found by a rare look. Times are those of {@code
 * System.nanoTime}. Thread-safe.
 */
final class LookTimes {

  private static final long[] AFTER_RECORD = {0, 150, 400, 1000, 2500};
  private static final long RARE = Duration.ofSeconds(5).toNanos();
  private static final long QUIET = Duration.ofSeconds(10).toNanos();
  private static final long MILLI = 1_000_000;

  private long seenAt;
  private long wantedAt;
  private long lookedAt;
  private int looks;

  LookTimes(long now) {
    this.seenAt = now;
    this.wantedAt = now;
    this.lookedAt = now;
    this.looks = AFTER_RECORD.length;
  }

  /** Notes a record. */
  synchronized void seen(long now) {
    seenAt = now;
    looks = 0;
  }

  /** Notes that somebody asked for the run. */
  synchronized void wanted(long now) {
    wantedAt = now;
  }

  /** Notes a look, which answers all times up to now. */
  synchronized void looked(long now) {
    lookedAt = now;
    while (looks < AFTER_RECORD.length && now - seenAt >= AFTER_RECORD[looks] * MILLI) {
      looks++;
    }
  }

  /**
   * Whether to look now.
   *
   * @param viewed whether somebody waits for changes
   */
  synchronized boolean isDue(long now, boolean viewed) {
    if (looks < AFTER_RECORD.length) {
      return now - seenAt >= AFTER_RECORD[looks] * MILLI;
    }
    return viewed && now - lookedAt >= RARE;
  }

  /** Whether nobody asked and no record was seen for a while, and no look is left. */
  synchronized boolean isQuiet(long now) {
    return looks == AFTER_RECORD.length && now - seenAt >= QUIET && now - wantedAt >= QUIET;
  }
}
