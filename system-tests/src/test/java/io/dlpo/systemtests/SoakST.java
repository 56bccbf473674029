package io.dlpo.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.dlpo.systemtests.stack.CommandResult;
import io.dlpo.systemtests.stack.Dlpo;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A bounded soak; {@code ./dlpo soak} does the same with a hundred kills. */
class SoakST {

  private static final Duration TIMEOUT = Duration.ofMinutes(15);

  @Test
  void shouldEndEveryRunAsItsTwinWhileServicesBrokerAndDatabaseAreKilled() {
    // When
    JsonNode result = soak("--runs", "2", "--kills", "6", "--seed", "11");

    // Then
    assertThat(result.path("kills").size()).as("kinds of processes killed").isEqualTo(6);
    assertThat(result.path("disturbed").size()).isGreaterThanOrEqualTo(2);
  }

  @Test
  void shouldPayNoMoreThanOnePercentBesideCallsUnderWayForThreeKillsOfEachService() {
    // When
    JsonNode result =
        soak(
            "--runs",
            "1",
            "--kills",
            "12",
            "--seed",
            "12",
            "--latency",
            "600",
            "--victims",
            "forward-engine,evaluator,backward-engine,optimizer");

    // Then
    long twin = result.path("twinCalls").asLong();
    assertThat(result.path("kills").valueStream().map(JsonNode::asInt)).containsOnly(3).hasSize(4);
    assertThat(result.path("disturbed").size()).as("runs").isEqualTo(1);
    assertThat(twin).as("calls of the run").isBetween(100L, 250L);
    assertThat(result.path("calls").asLong() - twin - result.path("underWay").asLong())
        .isLessThanOrEqualTo(twin / 100);
  }

  /** The command ends with 0 only if every run ended as its twin and nothing was counted twice. */
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
