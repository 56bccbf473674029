package io.dlpo.systemtests.bench;

import java.time.Duration;
import java.util.List;

/**
 * The settings of a benchmark.
 *
 * @param workers the numbers of processes of forward engine and evaluator, 1 to 16; one stack for
 *     each
 * @param runs the number of concurrent runs, 1 to 50
 * @param steps the steps of each run, 1 to 50
 * @param seed the seed of the runs
 * @param latency the latency of the simulated model, 0 or more
 */
public record BenchSettings(
    List<Integer> workers, int runs, int steps, long seed, Duration latency) {

  private static final int MOST_WORKERS = 16;
  private static final int MOST = 50;

  public BenchSettings {
    if (workers.isEmpty()) {
      throw new IllegalArgumentException("workers is empty; use at least one number");
    }
    workers.forEach(count -> check("workers", count, MOST_WORKERS));
    check("runs", runs, MOST);
    check("steps", steps, MOST);
    if (latency.isNegative()) {
      throw new IllegalArgumentException("latency is " + latency.toMillis() + "; use 0 or more");
    }
    workers = List.copyOf(workers);
  }

  private static void check(String name, int value, int most) {
    if (value < 1 || value > most) {
      throw new IllegalArgumentException("%s is %d; use 1 to %d".formatted(name, value, most));
    }
  }
}
