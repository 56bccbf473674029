package io.dlpo.gateway;

import io.micrometer.core.instrument.Timer;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The wait of one attempt; over when it is ended for the first time, at the latest when it is
 * closed. Thread-safe.
 */
public final class Wait implements AutoCloseable {

  private final AtomicInteger waiting;
  private final Timer timer;
  private final long start = System.nanoTime();
  private final AtomicBoolean over = new AtomicBoolean();

  Wait(AtomicInteger waiting, Timer timer) {
    this.waiting = waiting;
    this.timer = timer;
    waiting.incrementAndGet();
  }

  /** Ends it, for an attempt that goes out. */
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
