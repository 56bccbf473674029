package io.dlpo.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.dlpo.systemtests.stack.CommandResult;
import io.dlpo.systemtests.stack.Dlpo;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A short soak test; {@code ./dlpo soak} does the same with a hundred kills. */
@Tag("nightly")
class SoakST {

  private static final int RUNS = 2;
  private static final Duration TIMEOUT = Duration.ofMinutes(30);

  @Test
  void shouldEndAsItsTwinAndPayOnePercentMoreAtMostBesideCallsUnderWayWithThreeKillsOfEachPart() {
    // When
    JsonNode result =
        soak("--runs", String.valueOf(RUNS), "--kills", "18", "--seed", "12", "--latency", "600");

    // Then
    long twins = result.path("twinCalls").asLong();
    assertThat(result.path("kills").valueStream().map(JsonNode::asInt)).containsOnly(3).hasSize(6);
    assertThat(result.path("disturbed").size()).as("runs").isEqualTo(RUNS);
    assertThat(twins / RUNS).as("calls of a run").isBetween(100L, 250L);
    assertThat(result.path("calls").asLong() - twins - result.path("underWay").asLong())
        .isLessThanOrEqualTo(twins / 100);
  }

  /**
   * The command returns 0 only if every run ended like its reference run and no evaluation was
   * scored twice.
   */
  private static JsonNode soak(String... options) {
    CommandResult result =
        Dlpo.fresh("soak", Map.of())
            .start(
                Stream.concat(Stream.of("soak", "--json"), Stream.of(options))
                    .toArray(String[]::new))
            .await(TIMEOUT);
    System.out.print(result.err());
    JsonNode json = result.expect(0).json();
    assertThat(json.path("disturbed")).isEqualTo(json.path("twins"));
    assertThat(json.path("scoredTwice").asInt()).isZero();
    return json;
  }
}
