package io.dlpo.optimizer;

import static io.dlpo.testing.kafka.TappedRecord.on;
import static io.restassured.RestAssured.when;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.agroal.api.AgroalDataSource;
import io.dlpo.contracts.event.EventType;
import io.dlpo.contracts.event.PromptProposed;
import io.dlpo.contracts.event.RunRequested;
import io.dlpo.contracts.id.RunId;
import io.dlpo.contracts.topic.TopicDefinition;
import io.dlpo.testing.kafka.EventTap;
import io.dlpo.testing.kafka.KafkaResource;
import io.dlpo.testing.kafka.TappedRecord;
import io.dlpo.testing.kafka.TestProducer;
import io.dlpo.testing.model.ScriptedModelResource;
import io.dlpo.testing.postgres.PostgresResource;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/** An optimizer beside a newer one, as in a rolling upgrade. */
@QuarkusTest
@TestProfile(NewerVersionIT.ShortUpgrade.class)
@WithTestResource(KafkaResource.class)
@WithTestResource(PostgresResource.class)
@WithTestResource(ScriptedModelResource.class)
class NewerVersionIT {

  private static final String REQUESTED = EventType.RUN_REQUESTED.topic();
  private static final String PROPOSED = EventType.PROMPT_PROPOSED.topic();
  private static final String DEAD_REQUESTS =
      TopicDefinition.deadLetterName(REQUESTED, "optimizer");
  private static final String DEAD_SCORES =
      TopicDefinition.deadLetterName(EventType.BATCH_SCORED.topic(), "optimizer");
  private static final Duration PATIENCE = Duration.ofSeconds(40);
  private static final Duration QUIET = Duration.ofSeconds(2);

  @Inject AgroalDataSource optimizer;
  @Inject MeterRegistry registry;

  /** Waits for newer processes for less than the usual five minutes. */
  public static class ShortUpgrade implements QuarkusTestProfile {

    @Override
    public Map<String, String> getConfigOverrides() {
      return Map.of("dlpo.events.retry-for", "PT8S");
    }
  }

  @Test
  void shouldLeaveARunToTheNewerProcessThatHasChangedIt() throws SQLException {
    try (EventTap tap = EventTap.on(PROPOSED, DEAD_SCORES);
        TestProducer producer = TestProducer.shared()) {
      // Given
      String runId = RestClient.request(RestClient.spec(RestClient.upload(73), 1));
      PromptProposed first =
          tap.awaitRecords(on(PROPOSED).and(of(runId)), 1, PATIENCE)
              .getFirst()
              .as(PromptProposed.class);
      change(runId, "'{\"later\":1,' || substr(state, 2)");

      // When
      producer.send(Scores.of(first, 2));

      // Then it waits and tells so
      tap.awaitNothingMore(QUIET);
      when()
          .get("/api/runs/" + runId)
          .then()
          .statusCode(503)
          .body(
              "detail",
              startsWith("run %s: the run's state has the property 'later'".formatted(runId)));
      when().get("/api/runs").then().statusCode(200).body("runId", not(hasItem(runId)));

      // And once the state is known, it goes on where it was
      change(runId, "'{' || substr(state, 12)");
      assertThat(tap.awaitRecords(on(PROPOSED).and(of(runId)), 2, PATIENCE)).hasSize(2);
      assertThat(tap.records(on(DEAD_SCORES).and(of(runId)))).isEmpty();
      assertThat(RestClient.status(runId)).isEqualTo("RUNNING");
    }
  }

  @Test
  void shouldPutARequestAsideThatNoNewerProcessTakesOver() {
    try (EventTap tap = EventTap.on(REQUESTED, DEAD_REQUESTS);
        TestProducer producer = TestProducer.shared()) {
      // Given
      String known = RestClient.request(RestClient.spec(RestClient.upload(74), 1));
      RunRequested request =
          tap.awaitRecords(on(REQUESTED).and(of(known)), 1, PATIENCE)
              .getFirst()
              .as(RunRequested.class);
      ObjectNode spec = request.spec().deepCopy();
      spec.put("later", 1);
      String runId = "newer-" + UUID.randomUUID();

      // When
      producer.send(
          new RunRequested(
              new RunId(runId), "newer", spec, request.datasetId(), request.split(), 7));

      // Then
      TappedRecord letter =
          tap.awaitRecords(on(DEAD_REQUESTS).and(of(runId)), 1, PATIENCE).getFirst();
      assertThat(letter.header("dead-letter-reason"))
          .isEqualTo(
              "the spec has keys that are unknown here: later; a newer version of this service wrote it and can handle it");
      assertThat(
              registry
                  .get("dlpo.dead.letters")
                  .tags("topic", REQUESTED, "reason", "newer_version")
                  .counter()
                  .count())
          .isEqualTo(1);
      assertThat(RestClient.status(runId)).isEqualTo("404");
    }
  }

  /** Changes the stored head of the state, as another process would. */
  private void change(String runId, String state) throws SQLException {
    try (Connection connection = optimizer.getConnection();
        PreparedStatement update =
            connection.prepareStatement(
                "update optimizer.run set state = %s where id = ?".formatted(state))) {
      update.setString(1, runId);
      assertThat(update.executeUpdate()).isEqualTo(1);
    }
  }

  private static Predicate<TappedRecord> of(String runId) {
    return record -> runId.equals(record.header("ce_subject"));
  }
}
