package io.dlpo.gateway.call;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/** How long an endpoint asked this process to wait ({@code Retry-After}). Thread-safe. */
class CoolDown {

  private final LongSupplier nanoTime;
  private final AtomicLong until;

  CoolDown() {
    this(System::nanoTime);
  }

  CoolDown(LongSupplier nanoTime) {
    this.nanoTime = nanoTime;
    this.until = new AtomicLong(nanoTime.getAsLong());
  }

  /** Extends the wait to the given time from now, unless it already lasts longer. */
  void extend(Duration time) {
    long end = nanoTime.getAsLong() + time.toNanos();
    until.accumulateAndGet(end, (current, proposed) -> proposed - current > 0 ? proposed : current);
  }

  /** The remaining time; zero if there is none. */
  Duration remaining() {
    return Duration.ofNanos(Math.max(0, until.get() - nanoTime.getAsLong()));
  }
}
