package io.dlpo.gateway.rate;

import io.github.bucket4j.BucketConfiguration;
import java.time.Duration;

/**
 * A bucket that keeps a limit in every minute, wherever the minute begins. A bucket that holds
 * {@code c} and gets {@code r} a minute lets {@code c + r} through in its worst minute, so both
 * together must not be more than the limit: a tenth may come at once, the rest is spread. What is
 * spread comes over 62 seconds instead of 60, so that a request may be up to two seconds on its way
 * longer than the one before it.
 *
 * @param capacity permits that may be taken at once
 * @param refill permits that come in {@link #PERIOD}, evenly
 */
public record Quota(long capacity, long refill) {

  /** The time in which {@link #refill} permits come. */
  public static final Duration PERIOD = Duration.ofSeconds(62);

  private static final long BURST_SHARE = 10;

  public Quota {
    if (capacity < 1 || refill < 1) {
      throw new IllegalArgumentException(
          "Quota is %d at once and %d a period; allowed is 1 or more".formatted(capacity, refill));
    }
  }

  /**
   * The bucket for a limit.
   *
   * @param perMinute 1 or more
   */
  public static Quota perMinute(long perMinute) {
    long capacity = Math.max(1, perMinute / BURST_SHARE);
    // One more than the rest: in a minute less than that comes in whole permits.
    return new Quota(capacity, perMinute - capacity + 1);
  }

  BucketConfiguration configuration() {
    return BucketConfiguration.builder()
        .addLimit(limit -> limit.capacity(capacity).refillGreedy(refill, PERIOD))
        .build();
  }
}
