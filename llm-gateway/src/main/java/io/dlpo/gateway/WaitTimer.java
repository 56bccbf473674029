package io.dlpo.gateway;

import io.micrometer.core.instrument.Timer;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Measures how long one attempt waits. Stops at the first call of {@link #end} or {@link #close}.
 * Thread-safe.
 */
public final class WaitTimer implements AutoCloseable {

  private final AtomicInteger waiting;
  private final Timer timer;
  private final long start = System.nanoTime();
  private final AtomicBoolean over = new AtomicBoolean();

  WaitTimer(AtomicInteger waiting, Timer timer) {
    this.waiting = waiting;
    this.timer = timer;
    waiting.incrementAndGet();
  }

  /** Stops the timer because the attempt is sent. */
  public void end() {
    if (over.compareAndSet(false, true)) {
      waiting.decrementAndGet();
      timer.record(System.nanoTime() - start, TimeUnit.NANOSECONDS);
    }
  }

  @Override
  public void close() {
    end();
  }
}
