package io.dlpo.gateway.rate;

import io.dlpo.gateway.ledger.LedgerException;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.distributed.proxy.ProxyManager;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.jboss.logging.Logger;

/**
 * A token bucket in PostgreSQL. Each access is a short transaction of its own; nothing is locked
 * while waiting. Waits while the database is unreachable, since no call may be made without a
 * permit. Thread-safe; blocks.
 */
final class SharedBucket {

  private static final Logger LOG = Logger.getLogger(SharedBucket.class);
  private static final Duration RETRY_FOR = Duration.ofMinutes(5);
  private static final Duration OUTAGE_PAUSE = Duration.ofSeconds(1);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

  private final Bucket bucket;
  private final long capacity;

  SharedBucket(ProxyManager<String> buckets, String key, Quota quota) {
    // A changed limit gets a new bucket; the state of the old one does not apply.
    this.bucket =
        buckets
            .builder()
            .build(
                key + "|" + quota.capacity() + "+" + quota.refill(), () -> quota.configuration());
    this.capacity = quota.capacity();
  }

  /**
   * Waits for permits and takes them.
   *
   * @param wanted 1 or more; limited to the bucket's capacity
   * @return the number of permits taken
   * @throws LedgerException if the database stays unreachable, or the thread is interrupted
   *     meanwhile
   */
  long take(long wanted) {
    long taken = Math.min(wanted, capacity);
    while (true) {
      ConsumptionProbe probe = withRetry(() -> bucket.tryConsumeAndReturnRemaining(taken));
      if (probe.isConsumed()) {
        return taken;
      }
      LockSupport.parkNanos(pause(probe.getNanosToWaitForRefill()));
    }
  }

  /**
   * Takes permits that were already used, into debt, or returns unused ones. Tries once: the reply
   * is paid for and must not be lost because of the count.
   */
  void settle(long taken, long used) {
    try {
      if (used > taken) {
        bucket.consumeIgnoringRateLimits(used - taken);
      } else if (used < taken) {
        bucket.addTokens(taken - used);
      }
    } catch (RuntimeException e) {
      LOG.warnf("cannot correct the number of tokens of a reply: %s", e.getMessage());
    }
  }

  /** Jittered, so that the processes waiting for the same permit do not all retry at once. */
  private static long pause(long nanosToRefill) {
    long jitter = ThreadLocalRandom.current().nextLong(Duration.ofMillis(20).toNanos());
    return Math.min(nanosToRefill, LONGEST_PAUSE.toNanos()) + jitter;
  }

  private static <T> T withRetry(Supplier<T> access) {
    long start = System.nanoTime();
    while (true) {
      try {
        return access.get();
      } catch (RuntimeException e) {
        if (System.nanoTime() - start > RETRY_FOR.toNanos()
            || Thread.currentThread().isInterrupted()) {
          throw new LedgerException("cannot read the shared rate limit", e);
        }
        LOG.warnf("cannot read the shared rate limit, retrying: %s", e.getMessage());
        LockSupport.parkNanos(OUTAGE_PAUSE.toNanos());
      }
    }
  }
}
