package io.dlpo.gateway.call;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/**
 * Checks whether an attempt is still needed when its turn comes: its run may have been paused or
 * cancelled, or another worker may have stored the reply after a rebalance.
 */
final class PreCallCheck {

  private static final Duration LONG = Duration.ofMillis(500);

  private final BooleanSupplier abandoned;
  private final Supplier<Optional<CallOutcome>> cached;
  private final long start = System.nanoTime();
  private final AtomicReference<Optional<CallOutcome>> found =
      new AtomicReference<>(Optional.empty());

  /**
   * @param abandoned whether the evaluation is abandoned
   * @param cached looks for the reply in the ledger
   */
  PreCallCheck(BooleanSupplier abandoned, Supplier<Optional<CallOutcome>> cached) {
    this.abandoned = abandoned;
    this.cached = cached;
  }

  /** Whether the attempt is unneeded. Reads the ledger only after a long wait. */
  boolean isUnneeded() {
    if (abandoned.getAsBoolean()) {
      found.set(Optional.of(new CallOutcome.Abandoned()));
    } else if (System.nanoTime() - start >= LONG.toNanos()) {
      found.set(cached.get());
    }
    return found.get().isPresent();
  }

  /** The outcome of an unneeded attempt. */
  CallOutcome outcome() {
    return found.get().orElseThrow();
  }
}
