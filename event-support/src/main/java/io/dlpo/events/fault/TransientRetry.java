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
 * Waits out an outage in place: repeats an action while its faults are transient, with a jittered
 * back-off, for as long as the settings say. Blocks the calling (virtual) thread.
 */
@ApplicationScoped
public class TransientRetry {

  private static final Logger LOG = Logger.getLogger(TransientRetry.class);
  private static final Duration FIRST_PAUSE = Duration.ofMillis(100);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

  private final Duration patience;
  private final Drain drain;

  TransientRetry(EventSettings settings, Drain drain) {
    this.patience = settings.retryFor();
    this.drain = drain;
  }

  /**
   * Runs an action until it succeeds.
   *
   * @param repeating told before each repetition
   * @throws RuntimeException the action's own: a permanent fault at once, a transient one when the
   *     time is up or the thread is interrupted
   * @throws NotDoneException in the place of a transient fault if the process is told to end
   */
  public void run(Runnable action, Runnable repeating) {
    Instant giveUp = Instant.now().plus(patience);
    Duration pause = FIRST_PAUSE;
    while (true) {
      try {
        action.run();
        return;
      } catch (RuntimeException fault) {
        if (Faults.isPermanent(fault)
            || Thread.currentThread().isInterrupted()
            || Instant.now().isAfter(giveUp)) {
          throw fault;
        }
        if (drain.isClosing()) {
          throw new NotDoneException(fault);
        }
        LOG.warnf(
            "transient fault, next try in about %d ms: %s", pause.toMillis(), fault.getMessage());
        repeating.run();
        LockSupport.parkNanos(jittered(pause));
        pause =
            pause.multipliedBy(2).compareTo(LONGEST_PAUSE) < 0
                ? pause.multipliedBy(2)
                : LONGEST_PAUSE;
      }
    }
  }

  private static long jittered(Duration pause) {
    return (long) (pause.toNanos() * ThreadLocalRandom.current().nextDouble(0.5, 1.5));
  }
}
