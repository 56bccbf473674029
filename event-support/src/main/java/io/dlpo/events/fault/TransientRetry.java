package io.dlpo.events.fault;

import io.dlpo.events.Drain;
import io.dlpo.events.EventSettings;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;
import org.jboss.logging.Logger;

/**
 * Retries an action in place while its faults are transient, with jittered back-off, for as long as
 * {@code dlpo.events.retry-for}. Blocks the calling (virtual) thread. The loop is written out
 * because a fault-tolerance guard replaces the action's exception by its own when the time is up.
 */
@ApplicationScoped
public class TransientRetry {

  private static final Logger LOG = Logger.getLogger(TransientRetry.class);
  private static final Duration FIRST_DELAY = Duration.ofMillis(100);
  private static final Duration LONGEST_DELAY = Duration.ofSeconds(5);

  private final Duration retryFor;
  private final Drain drain;

  TransientRetry(EventSettings settings, Drain drain) {
    this.retryFor = settings.retryFor();
    this.drain = drain;
  }

  /**
   * Runs an action until it succeeds.
   *
   * @param beforeRetry runs before each retry
   * @throws RuntimeException thrown by the action: a permanent fault immediately, a transient one
   *     when the time is up or the thread is interrupted
   * @throws ShutdownException instead of a transient fault if the process is shutting down
   */
  public void run(Runnable action, Runnable beforeRetry) {
    Instant deadline = Instant.now().plus(retryFor);
    Duration delay = FIRST_DELAY;
    while (true) {
      try {
        action.run();
        return;
      } catch (RuntimeException fault) {
        if (Faults.isPermanent(fault)
            || Thread.currentThread().isInterrupted()
            || Instant.now().isAfter(deadline)) {
          throw fault;
        }
        if (drain.isClosing()) {
          throw new ShutdownException(fault);
        }
        LOG.warnf(
            "transient fault, next try in about %d ms: %s",
            delay.toMillis(), FaultMessages.line(fault));
        beforeRetry.run();
        LockSupport.parkNanos(jittered(delay));
        delay =
            delay.multipliedBy(2).compareTo(LONGEST_DELAY) < 0
                ? delay.multipliedBy(2)
                : LONGEST_DELAY;
      }
    }
  }

  private static long jittered(Duration delay) {
    return (long) (delay.toNanos() * ThreadLocalRandom.current().nextDouble(0.5, 1.5));
  }
}
