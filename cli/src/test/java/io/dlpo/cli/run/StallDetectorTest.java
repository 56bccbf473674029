package io.dlpo.cli.run;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class StallDetectorTest {

  private long now;
  private final StallDetector detector = new StallDetector(() -> now);

  @Test
  void shouldReportEachReasonOfAStallOnce() {
    // Given
    assertThat(detector.check(run("step 1", "the evaluator: 9 left to handle"))).isEmpty();

    // When
    now += StallDetector.THRESHOLD.toNanos();

    // Then
    assertThat(detector.check(run("step 1", "the evaluator: 8 left to handle")))
        .hasValue("waiting for the evaluator: 8 left to handle");
    assertThat(detector.check(run("step 1", "the evaluator: 7 left to handle"))).isEmpty();
    assertThat(detector.check(run("step 1", "the optimizer: 1 left to handle")))
        .hasValue("waiting for the optimizer: 1 left to handle");
  }

  @Test
  void shouldMeasureTheStallFromTheLastProgress() {
    // Given
    detector.check(run("step 1", "the evaluator"));
    now += StallDetector.THRESHOLD.toNanos();

    // When
    assertThat(detector.check(run("step 2", "the evaluator"))).isEmpty();
    now += StallDetector.THRESHOLD.toNanos() - 1;

    // Then
    assertThat(detector.check(run("step 2", "the evaluator"))).isEmpty();
    now += 1;
    assertThat(detector.check(run("step 2", "the evaluator")))
        .hasValue("waiting for the evaluator");
  }

  @Test
  void shouldReportNothingWithoutAReason() {
    // Given
    detector.check(run("step 1", null));
    now += StallDetector.THRESHOLD.toNanos();

    // When, Then
    assertThat(detector.check(run("step 1", null))).isEmpty();
  }

  private static JsonNode run(String phase, @Nullable String waitingFor) {
    ObjectNode run = JsonNodeFactory.instance.objectNode().put("phase", phase);
    return run.put("waitingFor", waitingFor);
  }
}
