package io.dlpo.events.fault;

import io.dlpo.events.Drain;
import io.dlpo.events.EventSettings;
import io.smallrye.faulttolerance.api.Guard;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jboss.logging.Logger;

/**
 * Retries an action in place while its faults are transient, with jittered back-off, for as long as
 * {@code dlpo.events.retry-for}. Blocks the calling (virtual) thread.
 */
@ApplicationScoped
public class TransientRetry {

  private static final Logger LOG = Logger.getLogger(TransientRetry.class);
  private static final Duration FIRST_DELAY = Duration.ofMillis(100);
  private static final Duration LONGEST_DELAY = Duration.ofSeconds(5);

  private final Guard guard;
  private final Drain drain;

  TransientRetry(EventSettings settings, Drain drain) {
    this.drain = drain;
    this.guard =
        Guard.create()
            .withRetry()
            .maxRetries(-1)
            // 0 would be no limit.
            .maxDuration(Math.max(1, settings.retryFor().toMillis()), ChronoUnit.MILLIS)
            .whenException(this::isRetriable)
            .withCustomBackoff()
            .strategy(() -> new JitteredBackoff(FIRST_DELAY, LONGEST_DELAY))
            .done()
            .beforeRetry(
                fault -> LOG.warnf("transient fault, retrying: %s", FaultMessages.line(fault)))
            .done()
            .build();
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
    AtomicInteger attempts = new AtomicInteger();
    try {
      guard.get(
          () -> {
            if (attempts.getAndIncrement() > 0) {
              beforeRetry.run();
            }
            action.run();
            return true;
          },
          Boolean.class);
    } catch (RuntimeException fault) {
      if (drain.isClosing() && !Faults.isPermanent(fault)) {
        throw new ShutdownException(fault);
      }
      throw fault;
    }
  }

  private boolean isRetriable(Throwable fault) {
    return !Faults.isPermanent(fault)
        && !drain.isClosing()
        && !Thread.currentThread().isInterrupted();
  }
}
