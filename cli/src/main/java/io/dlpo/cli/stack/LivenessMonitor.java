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
 * Finds processes that run but do not say any more that they live. It counts questions and not
 * time: after a machine has slept, nobody has answered for long, and all are well.
 */
final class LivenessMonitor {

  /** How often in a row a process may fail to answer. With {@link #PERIOD} that is a minute. */
  static final int MOST_FAILURES = 12;

  static final Duration PERIOD = Duration.ofSeconds(5);

  private final Predicate<String> lives;
  private final Executor executor;
  private final LongSupplier nanos;
  private final Map<Long, Integer> failures = new ConcurrentHashMap<>();
  private CompletableFuture<Void> asking = CompletableFuture.completedFuture(null);
  private long askedAt;

  /**
   * @param lives asks a process at its address, which may take seconds
   * @param executor where that is done
   * @param nanos the clock, as {@link System#nanoTime}
   */
  LivenessMonitor(Predicate<String> lives, Executor executor, LongSupplier nanos) {
    this.lives = lives;
    this.executor = executor;
    this.nanos = nanos;
    this.askedAt = nanos.getAsLong();
  }

  /**
   * Asks now and then, without waiting for the answers.
   *
   * @param addresses of the processes by pid
   * @return the pids of those that have failed {@value #MOST_FAILURES} times in a row
   */
  Set<Long> silent(Map<Long, String> addresses) {
    failures.keySet().retainAll(addresses.keySet());
    long now = nanos.getAsLong();
    if (asking.isDone() && now - askedAt >= PERIOD.toNanos()) {
      askedAt = now;
      asking = CompletableFuture.runAsync(() -> addresses.forEach(this::ask), executor);
    }
    return failures.entrySet().stream()
        .filter(entry -> entry.getValue() >= MOST_FAILURES)
        .map(Map.Entry::getKey)
        .collect(Collectors.toSet());
  }

  private void ask(long pid, String address) {
    if (lives.test(address)) {
      failures.remove(pid);
    } else {
      failures.merge(pid, 1, Integer::sum);
    }
  }
}
