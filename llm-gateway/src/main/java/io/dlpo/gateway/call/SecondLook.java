package io.dlpo.gateway.call;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;

/**
 * Looks into the ledger again for a call that has waited for long: a worker that took over its
 * record after a rebalance may have paid for it meanwhile. For one attempt.
 */
final class SecondLook {

  private static final Duration LONG = Duration.ofMillis(500);

  private final Supplier<Optional<CallOutcome>> remembered;
  private final long start = System.nanoTime();
  private final AtomicReference<Optional<CallOutcome>> found =
      new AtomicReference<>(Optional.empty());

  SecondLook(Supplier<Optional<CallOutcome>> remembered) {
    this.remembered = remembered;
  }

  /** Whether there is a reply; does not look if the wait was short. */
  boolean findsIt() {
    if (System.nanoTime() - start >= LONG.toNanos()) {
      found.set(remembered.get());
    }
    return found.get().isPresent();
  }

  /** What was found. */
  CallOutcome outcome() {
    return found.get().orElseThrow();
  }
}
