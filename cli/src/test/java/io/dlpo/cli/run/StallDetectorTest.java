package io.dlpo.cli.run;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class StallDetectorTest {

  private long now;
  private final StallDetector standstill = new StallDetector(() -> now);

  @Test
  void shouldTellOnceWhatARunWaitsForThatStandsStill() {
    // Given
    assertThat(standstill.look(run("step 1", "the evaluator: 9 left to handle"))).isEmpty();

    // When
    now += StallDetector.PATIENCE.toNanos();

    // Then
    assertThat(standstill.look(run("step 1", "the evaluator: 8 left to handle")))
        .hasValue("the evaluator: 8 left to handle");
    assertThat(standstill.look(run("step 1", "the evaluator: 7 left to handle"))).isEmpty();
    assertThat(standstill.look(run("step 1", "the optimizer: 1 left to handle")))
        .hasValue("the optimizer: 1 left to handle");
  }

  @Test
  void shouldBePatientAnewAfterEachProgress() {
    // Given
    standstill.look(run("step 1", "the evaluator"));
    now += StallDetector.PATIENCE.toNanos();

    // When
    assertThat(standstill.look(run("step 2", "the evaluator"))).isEmpty();
    now += StallDetector.PATIENCE.toNanos() - 1;

    // Then
    assertThat(standstill.look(run("step 2", "the evaluator"))).isEmpty();
    now += 1;
    assertThat(standstill.look(run("step 2", "the evaluator"))).hasValue("the evaluator");
  }

  @Test
  void shouldSayNothingOfAnOptimizerThatDoesNotTell() {
    // Given
    standstill.look(run("step 1", null));
    now += StallDetector.PATIENCE.toNanos();

    // When, Then
    assertThat(standstill.look(run("step 1", null))).isEmpty();
  }

  private static JsonNode run(String phase, @Nullable String waitingFor) {
    ObjectNode run = JsonNodeFactory.instance.objectNode().put("phase", phase);
    return run.put("waitingFor", waitingFor);
  }
}
