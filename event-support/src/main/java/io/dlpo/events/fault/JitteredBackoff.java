package io.dlpo.events.fault;

import io.smallrye.faulttolerance.api.CustomBackoffStrategy;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Doubles the delay with each retry, with a jitter of 50 %, so that many callers do not retry at
 * the same time. For one guarded call; not thread-safe.
 */
public final class JitteredBackoff implements CustomBackoffStrategy {

  private final long longest;
  private long delay;

  /**
   * @param first delay before the first retry, without jitter
   * @param longest limit of the delay, without jitter
   */
  public JitteredBackoff(Duration first, Duration longest) {
    this.delay = first.toMillis();
    this.longest = longest.toMillis();
  }

  @Override
  public long nextDelayInMillis(Throwable fault) {
    long jittered = (long) (delay * ThreadLocalRandom.current().nextDouble(0.5, 1.5));
    delay = Math.min(2 * delay, longest);
    return jittered;
  }
}
