package io.dlpo.systemtests.bench;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The measurements for one number of workers.
 *
 * @param workers processes of forward engine and evaluator, each
 * @param runs that went on at once
 * @param calls of the model
 * @param wallMillis from the first request to the last end
 * @param callsPerSecond calls by that time
 * @param overhead median over the runs of their wall time by their critical path, the time that
 *     waiting for the model takes at least
 * @param cpuMillisPerCall processor time a call, by part of the stack
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

  /** From what was counted; {@code overheads} has one for each run. */
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

  /** Processor time a call over all parts. */
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
