package io.dlpo.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.dlpo.systemtests.stack.CommandResult;
import io.dlpo.systemtests.stack.Dlpo;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Runs the benchmark. Asserts no figures, because they depend on the machine. */
@Tag("nightly")
class BenchST {

  private static final Duration TIMEOUT = Duration.ofMinutes(15);

  @Test
  void shouldMeasureARunOnAStackOfItsOwn() {
    // When
    CommandResult result =
        Dlpo.fresh("bench", Map.of())
            .start(
                "bench",
                "--workers",
                "2",
                "--runs",
                "1",
                "--steps",
                "2",
                "--latency",
                "50",
                "--json")
            .await(TIMEOUT);

    // Then
    System.out.print(result.err());
    JsonNode rows = result.expect(0).json().path("rows");
    assertThat(rows).hasSize(1);
    JsonNode row = rows.path(0);
    assertThat(row.path("workers").asInt()).isEqualTo(2);
    assertThat(row.path("calls").asInt()).as("calls of one run").isBetween(100, 400);
    assertThat(row.path("callsPerSecond").asDouble()).isPositive();
    assertThat(row.path("overhead").asDouble()).isGreaterThanOrEqualTo(1);
    assertThat(row.path("cpuMillisPerCall").properties())
        .allSatisfy(part -> assertThat(part.getValue().asDouble()).isPositive())
        .extracting(Map.Entry::getKey)
        .containsExactlyInAnyOrder(
            "forward-engine",
            "evaluator",
            "backward-engine",
            "optimizer",
            "kafka",
            "postgres",
            "llm-simulator");
  }
}
