package io.dlpo.cli.stack;

import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.function.LongSupplier;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Finds processes that run but fail their liveness check. It counts failed checks instead of
 * measuring time, because time also passes while the machine sleeps.
 */
final class LivenessMonitor {

  /** Failed checks in a row before a process is unresponsive: a minute with {@link #PERIOD}. */
  static final int MAX_FAILURES = 12;

  static final Duration PERIOD = Duration.ofSeconds(5);

  private final Predicate<String> isLive;
  private final Executor executor;
  private final LongSupplier nanos;
  private final Map<Long, Integer> failures = new ConcurrentHashMap<>();
  private CompletableFuture<Void> checks = CompletableFuture.completedFuture(null);
  private long checkedAt;

  /**
   * @param isLive checks the process at an address, which can take seconds
   * @param executor runs the checks
   * @param nanos the clock, as {@link System#nanoTime}
   */
  LivenessMonitor(Predicate<String> isLive, Executor executor, LongSupplier nanos) {
    this.isLive = isLive;
    this.executor = executor;
    this.nanos = nanos;
    this.checkedAt = nanos.getAsLong();
  }

  /**
   * Starts the checks when they are due, without waiting for them.
   *
   * @param addresses the addresses of the processes by pid
   * @return the pids of processes that failed {@value #MAX_FAILURES} checks in a row
   */
  Set<Long> unresponsive(Map<Long, String> addresses) {
    failures.keySet().retainAll(addresses.keySet());
    long now = nanos.getAsLong();
    if (checks.isDone() && now - checkedAt >= PERIOD.toNanos()) {
      checkedAt = now;
      checks = CompletableFuture.runAsync(() -> addresses.forEach(this::check), executor);
    }
    return failures.entrySet().stream()
        .filter(entry -> entry.getValue() >= MAX_FAILURES)
        .map(Map.Entry::getKey)
        .collect(Collectors.toSet());
  }

  private void check(long pid, String address) {
    if (isLive.test(address)) {
      failures.remove(pid);
    } else {
      failures.merge(pid, 1, Integer::sum);
    }
  }
}
