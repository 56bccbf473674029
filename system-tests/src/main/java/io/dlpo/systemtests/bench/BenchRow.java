package io.dlpo.systemtests.bench;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The measurements for one number of workers.
 *
 * @param workers the number of processes of forward engine and evaluator, each
 * @param runs the number of concurrent runs
 * @param calls the number of model calls
 * @param wallMillis the time from the first request to the end of the last run
 * @param callsPerSecond calls divided by this time
 * @param overhead the median over all runs of wall time divided by critical path; the critical path
 *     is the minimum time that a run waits for the model
 * @param cpuMillisPerCall CPU time per call, by part of the stack
 */
public record BenchRow(
    int workers,
    int runs,
    long calls,
    long wallMillis,
    double callsPerSecond,
    double overhead,
    Map<String, Double> cpuMillisPerCall) {

  public BenchRow {
    cpuMillisPerCall = new TreeMap<>(cpuMillisPerCall);
  }

  /** Computes a row; {@code overheads} has one value for each run. */
  static BenchRow of(
      int workers, long calls, long wallMillis, List<Double> overheads, Map<String, Double> cpu) {
    return new BenchRow(
        workers,
        overheads.size(),
        calls,
        wallMillis,
        calls * 1e3 / wallMillis,
        median(overheads),
        cpu);
  }

  /** The total CPU time per call. */
  public double cpuMillis() {
    return cpuMillisPerCall.values().stream().mapToDouble(Double::doubleValue).sum();
  }

  private static double median(List<Double> values) {
    List<Double> sorted = values.stream().sorted(Comparator.naturalOrder()).toList();
    int middle = sorted.size() / 2;
    return sorted.size() % 2 == 1
        ? sorted.get(middle)
        : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
  }
}
