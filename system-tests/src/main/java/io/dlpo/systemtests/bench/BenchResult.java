package io.dlpo.systemtests.bench;

import java.util.List;

/**
 * The measurements, with properties of the machine.
 *
 * @param processors the number of processors of the machine
 * @param latencyMillis the latency of the simulated model
 * @param rows one row for each number of workers
 */
public record BenchResult(int processors, long latencyMillis, List<BenchRow> rows) {

  public BenchResult {
    rows = List.copyOf(rows);
  }
}
