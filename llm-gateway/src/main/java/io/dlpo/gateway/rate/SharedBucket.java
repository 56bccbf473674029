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
 * A bucket in PostgreSQL. Each look at it is a transaction of its own, of a few milliseconds;
 * nothing of the database is held while waiting. An outage of the database is waited out: nobody
 * may go on without a permit. Thread-safe; blocks.
 */
final class SharedBucket {

  private static final Logger LOG = Logger.getLogger(SharedBucket.class);
  private static final Duration PATIENCE = Duration.ofMinutes(5);
  private static final Duration OUTAGE_PAUSE = Duration.ofSeconds(1);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

  private final Bucket bucket;
  private final long capacity;

  SharedBucket(ProxyManager<String> buckets, String key, Quota quota) {
    // Another limit is another bucket: what is left of the old one says nothing of the new one.
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
   * @param wanted 1 or more; of more than the bucket ever holds, all that it holds are taken
   * @return how many were taken
   * @throws LedgerException if the database stays away, or the thread is interrupted while it is
   */
  long take(long wanted) {
    long taken = Math.min(wanted, capacity);
    while (true) {
      ConsumptionProbe probe = surely(() -> bucket.tryConsumeAndReturnRemaining(taken));
      if (probe.isConsumed()) {
        return taken;
      }
      LockSupport.parkNanos(pause(probe.getNanosToWaitForRefill()));
    }
  }

  /**
   * Takes permits that were used already, into debt, or gives back some that were not. Tries once:
   * the reply that this is about was paid for, and must not be lost over the count.
   */
  void settle(long taken, long used) {
    try {
      if (used > taken) {
        bucket.consumeIgnoringRateLimits(used - taken);
      } else if (used < taken) {
        bucket.addTokens(taken - used);
      }
    } catch (RuntimeException e) {
      LOG.warnf("the tokens of a reply are not settled: %s", e.getMessage());
    }
  }

  /** Several processes wait for the same permit: they need not all come back for it at once. */
  private static long pause(long nanosToRefill) {
    long jitter = ThreadLocalRandom.current().nextLong(Duration.ofMillis(20).toNanos());
    return Math.min(nanosToRefill, LONGEST_PAUSE.toNanos()) + jitter;
  }

  private static <T> T surely(Supplier<T> look) {
    long start = System.nanoTime();
    while (true) {
      try {
        return look.get();
      } catch (RuntimeException e) {
        if (System.nanoTime() - start > PATIENCE.toNanos()
            || Thread.currentThread().isInterrupted()) {
          throw new LedgerException("the shared rate limit cannot be read", e);
        }
        LOG.warnf("the shared rate limit cannot be read, another try follows: %s", e.getMessage());
        LockSupport.parkNanos(OUTAGE_PAUSE.toNanos());
      }
    }
  }
}
