package io.dlpo.systemtests.bench;

import java.util.List;

/**
 * The measurements and the machine.
 *
 * @param processors that the machine has
 * @param latencyMillis of the simulated model
 * @param rows one for each number of workers
 */
public record BenchResult(int processors, long latencyMillis, List<BenchRow> rows) {

  public BenchResult {
    rows = List.copyOf(rows);
  }
}
