package io.dlpo.gateway.rate;

import io.github.bucket4j.BucketConfiguration;
import java.time.Duration;

/**
 * A token bucket that keeps a limit in every minute, whenever the minute starts. A bucket of
 * capacity {@code c} that gains {@code r} a minute lets up to {@code c + r} through in a minute, so
 * both together must not exceed the limit: a tenth is available at once, the rest is spread. The
 * rest is spread over 62 instead of 60 seconds, so that one request may take up to two seconds
 * longer to arrive than the one before it.
 *
 * @param capacity permits available at once
 * @param refill permits added evenly in {@link #PERIOD}
 */
public record Quota(long capacity, long refill) {

  /** The time in which {@link #refill} permits are added. */
  public static final Duration PERIOD = Duration.ofSeconds(62);

  private static final long BURST_SHARE = 10;

  public Quota {
    if (capacity < 1 || refill < 1) {
      throw new IllegalArgumentException(
          "Quota has capacity %d and refill %d; both must be 1 or more"
              .formatted(capacity, refill));
    }
  }

  /**
   * The quota for a limit.
   *
   * @param perMinute 1 or more
   */
  public static Quota perMinute(long perMinute) {
    long capacity = Math.max(1, perMinute / BURST_SHARE);
    // One more than the rest, because in one minute fewer whole permits are added.
    return new Quota(capacity, perMinute - capacity + 1);
  }

  BucketConfiguration configuration() {
    return BucketConfiguration.builder()
        .addLimit(limit -> limit.capacity(capacity).refillGreedy(refill, PERIOD))
        .build();
  }
}
