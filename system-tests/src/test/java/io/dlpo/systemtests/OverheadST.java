package io.dlpo.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import io.dlpo.systemtests.stack.RunReport;
import io.dlpo.systemtests.stack.SpecFile;
import io.dlpo.systemtests.stack.Stack;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

/**
 * Measures the overhead of Kafka and the database relative to the model's latency: for the first
 * run after the warm-up and for later runs. Prints the figures without asserting them, because the
 * machine is shared.
 */
@Isolated
@Tag("nightly")
class OverheadST {

  private static final int RUNS = 4;

  @Test
  void shouldReportTheWallTimeBesideTheCriticalPath() {
    try (Stack stack = Stack.warmUp("overhead", Map.of("DLPO_SIMULATOR_LATENCY", "200ms"))) {
      // When
      List<RunReport> reports =
          IntStream.rangeClosed(1, RUNS)
              .mapToObj(seed -> stack.run(SpecFile.small(stack.dlpo(), "run-" + seed, 8, seed)))
              .toList();

      // Then
      reports.forEach(OverheadST::print);
      assertThat(reports)
          .allSatisfy(
              report -> {
                assertThat(report.status()).isEqualTo("FINISHED");
                assertThat(report.criticalPathMillis()).isPositive();
                assertThat(report.wallMillis()).isGreaterThanOrEqualTo(report.criticalPathMillis());
              });
    }
  }

  private static void print(RunReport report) {
    System.out.printf(
        Locale.ROOT,
        "at 200 ms a call: wallMillis %d, criticalPathMillis %d, ratio %.2f%n",
        report.wallMillis(),
        report.criticalPathMillis(),
        (double) report.wallMillis() / report.criticalPathMillis());
  }
}
