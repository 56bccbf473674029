package io.dlpo.gateway.call;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/**
 * Looks once more whether a call is needed when its turn has come: its run may have been paused or
 * cancelled, and a worker that took over its record after a rebalance may have paid for it. For one
 * attempt.
 */
final class SecondLook {

  private static final Duration LONG = Duration.ofMillis(500);

  private final BooleanSupplier abandoned;
  private final Supplier<Optional<CallOutcome>> remembered;
  private final long start = System.nanoTime();
  private final AtomicReference<Optional<CallOutcome>> found =
      new AtomicReference<>(Optional.empty());

  /**
   * @param abandoned whether nobody waits for it any more
   * @param remembered looks into the ledger
   */
  SecondLook(BooleanSupplier abandoned, Supplier<Optional<CallOutcome>> remembered) {
    this.abandoned = abandoned;
    this.remembered = remembered;
  }

  /** Whether nobody needs it; does not look into the ledger if the wait was short. */
  boolean findsItNeedless() {
    if (abandoned.getAsBoolean()) {
      found.set(Optional.of(new CallOutcome.Abandoned()));
    } else if (System.nanoTime() - start >= LONG.toNanos()) {
      found.set(remembered.get());
    }
    return found.get().isPresent();
  }

  /** What has come of a call that is needless. */
  CallOutcome outcome() {
    return found.get().orElseThrow();
  }
}
