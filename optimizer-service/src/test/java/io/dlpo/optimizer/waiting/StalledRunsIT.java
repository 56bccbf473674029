package io.dlpo.optimizer.waiting;

import static io.restassured.RestAssured.given;
import static io.restassured.RestAssured.when;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.dlpo.contracts.event.EventType;
import io.dlpo.testing.kafka.EventTap;
import io.dlpo.testing.kafka.KafkaResource;
import io.dlpo.testing.kafka.TappedRecord;
import io.dlpo.testing.model.ScriptedModelResource;
import io.dlpo.testing.postgres.PostgresResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A run that nobody answers: there is no other service here. */
@QuarkusTest
@TestProfile(StalledRunsIT.Impatient.class)
@WithTestResource(KafkaResource.class)
@WithTestResource(PostgresResource.class)
@WithTestResource(ScriptedModelResource.class)
class StalledRunsIT {

  private static final Duration PATIENCE = Duration.ofSeconds(40);

  /** Standing still is noticed at once. */
  public static final class Impatient implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
      return Map.of(
          "dlpo.optimizer.stalled-after", "PT0.1S",
          "dlpo.optimizer.stalled-every", "1s",
          "dlpo.optimizer.repeat-after", "PT0.1S");
    }
  }

  @Inject StalledRuns stalled;

  @Test
  void shouldSayWhatARunWaitsForCountItAndAskOnceMore() {
    try (EventTap proposals = EventTap.on(EventType.PROMPT_PROPOSED.topic())) {
      // Given
      String runId = request();
      List<TappedRecord> first = proposals.awaitRecords(record -> isOf(runId, record), 1, PATIENCE);

      // Then
      await().atMost(PATIENCE).until(() -> stalled.count() >= 1);
      await()
          .atMost(PATIENCE)
          .untilAsserted(
              () ->
                  assertThat(waitingFor(runId))
                      .isEqualTo(
                          "the forward engine: no consumer in group dlpo.forward-engine.proposals"
                              + " (the score of evaluation %s)",
                          evaluation(first.getFirst())));

      // When
      when().post("/api/runs/" + runId + "/resume").then().statusCode(202);

      // Then
      List<TappedRecord> again = proposals.awaitRecords(record -> isOf(runId, record), 2, PATIENCE);
      assertThat(again.getLast().json().path("examples"))
          .isEqualTo(first.getFirst().json().path("examples"));

      // When
      when().post("/api/runs/" + runId + "/pause").then().statusCode(202);

      // Then
      await().atMost(PATIENCE).until(() -> "paused: paused by a user".equals(waitingFor(runId)));
      await().atMost(PATIENCE).until(() -> stalled.count() == 0);

      // When
      when().post("/api/runs/" + runId + "/cancel").then().statusCode(202);

      // Then
      await().atMost(PATIENCE).until(() -> waitingFor(runId) == null);
    }
  }

  private static boolean isOf(String runId, TappedRecord record) {
    return runId.equals(record.json().at("/evaluation/runId").asText());
  }

  private static String evaluation(TappedRecord record) {
    return record.json().at("/evaluation/id").asText();
  }

  private static String waitingFor(String runId) {
    return when().get("/api/runs/" + runId).jsonPath().getString("waitingFor");
  }

  private static String request() {
    String file =
        IntStream.rangeClosed(1, 30)
            .mapToObj(n -> "{\"input\":\"waits " + n + "\",\"reference\":\"" + n + "\"}")
            .collect(Collectors.joining("\n"));
    String dataset =
        given()
            .contentType("application/octet-stream")
            .queryParam("name", "waits")
            .queryParam("format", "jsonl")
            .body(file.getBytes(StandardCharsets.UTF_8))
            .post("/api/datasets")
            .then()
            .statusCode(201)
            .extract()
            .path("id");
    String spec =
        """
        prompt: You will answer a question.
        dataset: {id: %s, split: {train: 10, validation: 10, test: 10, seed: 1}}
        metric: {type: number}
        """
            .formatted(dataset);
    return given()
        .contentType("application/yaml")
        .body(spec.getBytes(StandardCharsets.UTF_8))
        .post("/api/runs")
        .then()
        .statusCode(202)
        .extract()
        .path("runId");
  }
}
