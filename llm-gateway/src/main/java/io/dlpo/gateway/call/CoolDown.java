package io.dlpo.gateway.call;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/** The time for which the endpoint has asked all callers of this process to wait. Thread-safe. */
@ApplicationScoped
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

  /** Asks all to wait for that time from now; an earlier request to wait longer stands. */
  void extend(Duration time) {
    long end = nanoTime.getAsLong() + time.toNanos();
    until.accumulateAndGet(end, (known, asked) -> asked - known > 0 ? asked : known);
  }

  /** The time that is left, zero if none. */
  Duration remaining() {
    return Duration.ofNanos(Math.max(0, until.get() - nanoTime.getAsLong()));
  }
}
