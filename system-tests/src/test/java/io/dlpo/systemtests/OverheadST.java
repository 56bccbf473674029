package io.dlpo.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import io.dlpo.systemtests.stack.RunReport;
import io.dlpo.systemtests.stack.SpecFile;
import io.dlpo.systemtests.stack.Stack;
import java.util.Locale;
import java.util.Map;
import org.jboss.logging.Logger;
import org.junit.jupiter.api.Test;

/**
 * What Kafka and the database add to the model's latency. It prints the figures and asserts none:
 * the machine that runs the tests is shared.
 */
class OverheadST {

  private static final Logger LOG = Logger.getLogger(OverheadST.class);

  @Test
  void shouldReportTheWallTimeBesideTheCriticalPath() {
    try (Stack stack = Stack.up("overhead", Map.of("DLPO_SIMULATOR_LATENCY", "200ms"))) {
      // Given
      stack.run(SpecFile.small(stack.dlpo(), "warm-up", 2, 30));

      // When
      RunReport report = stack.run(SpecFile.small(stack.dlpo(), "overhead", 8, 31));

      // Then
      LOG.info(
          String.format(
              Locale.ROOT,
              "at 200 ms a call: wallMillis %d, criticalPathMillis %d, ratio %.2f",
              report.wallMillis(),
              report.criticalPathMillis(),
              (double) report.wallMillis() / report.criticalPathMillis()));
      assertThat(report.status()).isEqualTo("FINISHED");
      assertThat(report.criticalPathMillis()).isPositive();
      assertThat(report.wallMillis()).isGreaterThanOrEqualTo(report.criticalPathMillis());
    }
  }
}
