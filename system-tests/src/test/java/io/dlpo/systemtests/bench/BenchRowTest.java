package io.dlpo.systemtests.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BenchRowTest {

  @Test
  void shouldCountCallsByTheSecond() {
    // When
    BenchRow row = BenchRow.of(2, 300, 1500, List.of(1.1, 1.4, 1.2), Map.of());

    // Then
    assertThat(row.callsPerSecond()).isEqualTo(200);
    assertThat(row.runs()).isEqualTo(3);
    assertThat(row.workers()).isEqualTo(2);
  }

  @Test
  void shouldTakeTheMiddleOfTheRuns() {
    assertThat(BenchRow.of(1, 1, 1, List.of(9.0, 1.0, 1.2), Map.of()).overhead()).isEqualTo(1.2);
    assertThat(BenchRow.of(1, 1, 1, List.of(9.0, 1.0, 1.2, 1.4), Map.of()).overhead())
        .isCloseTo(1.3, within(1e-9));
  }

  @Test
  void shouldAddUpTheProcessorTimeOfAllParts() {
    assertThat(
            BenchRow.of(1, 1, 1, List.of(1.0), Map.of("kafka", 1.5, "evaluator", 2.0)).cpuMillis())
        .isEqualTo(3.5);
  }
}
