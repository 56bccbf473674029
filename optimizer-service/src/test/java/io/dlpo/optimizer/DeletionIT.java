package io.dlpo.optimizer;

import static io.restassured.RestAssured.given;
import static io.restassured.RestAssured.when;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.agroal.api.AgroalDataSource;
import io.dlpo.contracts.event.EventType;
import io.dlpo.contracts.event.RunCommand;
import io.dlpo.contracts.event.RunCommanded;
import io.dlpo.contracts.event.RunRequested;
import io.dlpo.contracts.id.RunId;
import io.dlpo.core.run.RunState;
import io.dlpo.optimizer.store.PartStore;
import io.dlpo.optimizer.store.RunDeletions;
import io.dlpo.optimizer.store.RunQueries;
import io.dlpo.optimizer.store.StoredRun;
import io.dlpo.testing.kafka.EventTap;
import io.dlpo.testing.kafka.KafkaCluster;
import io.dlpo.testing.kafka.KafkaResource;
import io.dlpo.testing.kafka.TestProducer;
import io.dlpo.testing.model.ScriptedModelResource;
import io.dlpo.testing.postgres.PostgresResource;
import io.quarkus.agroal.DataSource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What is left of a run that is deleted: its id. */
@QuarkusTest
@WithTestResource(KafkaResource.class)
@WithTestResource(PostgresResource.class)
@WithTestResource(ScriptedModelResource.class)
class DeletionIT {

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  @Inject AgroalDataSource optimizer;
  @Inject RunQueries runs;
  @Inject RunDeletions deletions;
  @Inject PartStore parts;

  @Inject
  @DataSource("ledger")
  AgroalDataSource ledger;

  @Test
  void shouldRemoveARunThatHasEndedAndKeepItsIdOutOfUse() throws SQLException {
    // Given
    String runId = cancelled(RestClient.spec(RestClient.upload(60), 31));
    assertThat(outcomes(runId)).isPositive();

    // When
    when().delete("/api/runs/" + runId).then().statusCode(202).body("runId", equalTo(runId));

    // Then
    awaitGone(runId);
    assertThat(outcomes(runId)).isZero();
    when().delete("/api/runs/" + runId).then().statusCode(404);
    given()
        .contentType("application/yaml")
        .queryParam("runId", runId)
        .body(RestClient.spec(RestClient.upload(60), 31).getBytes(StandardCharsets.UTF_8))
        .post("/api/runs")
        .then()
        .statusCode(409)
        .body("detail", containsString("was deleted, and its id is not used again"));
  }

  @Test
  void shouldNotShowARunThatIsDeletedWhileItIsRead() {
    // Given
    String runId = cancelled(RestClient.spec(RestClient.upload(60), 36));

    // When
    Optional<RunState> read =
        QuarkusTransaction.requiringNew()
            .call(
                () -> {
                  StoredRun row = runs.findById(runId);
                  QuarkusTransaction.requiringNew().run(() -> deletions.delete(new RunId(runId)));
                  return parts.find(row);
                });

    // Then
    assertThat(read).isEmpty();
  }

  @Test
  void shouldNotBeginADeletedRunAnewIfItsRequestComesAgain() {
    try (EventTap tap =
            EventTap.on(EventType.RUN_REQUESTED.topic(), EventType.PROMPT_PROPOSED.topic());
        TestProducer producer = TestProducer.shared()) {
      // Given
      String runId = cancelled(RestClient.spec(RestClient.upload(60), 32));
      when().delete("/api/runs/" + runId).then().statusCode(202);
      awaitGone(runId);
      RunRequested request =
          tap.awaitRecords(record -> runId.equals(record.key()), 1, PATIENCE)
              .getFirst()
              .as(RunRequested.class);

      // When
      producer.send(request);
      String later = RestClient.request(RestClient.spec(RestClient.upload(60), 33));

      // Then the one behind it begins, and it does not
      await().atMost(PATIENCE).until(() -> "RUNNING".equals(RestClient.status(later)));
      when().get("/api/runs/" + runId).then().statusCode(404);
      RestClient.command(later, "cancel", 202);
    }
  }

  @Test
  void shouldRefuseToDeleteARunThatGoesOn() {
    // Given
    String runId = begun(RestClient.spec(RestClient.upload(60), 34));

    // When, Then
    when()
        .delete("/api/runs/" + runId)
        .then()
        .statusCode(409)
        .contentType("application/problem+json")
        .body("detail", containsString("is RUNNING; to delete it, it must be FINISHED or"));
    RestClient.command(runId, "cancel", 202);
  }

  @Test
  void shouldLeaveARunThatGoesOnEvenIfACommandSaysOtherwise() {
    // Given
    String runId = begun(RestClient.spec(RestClient.upload(60), 35));
    try (TestProducer producer = TestProducer.shared()) {

      // When
      producer.send(new RunCommanded("delete-" + runId, new RunId(runId), RunCommand.DELETE));
      producer.send(new RunCommanded("pause-" + runId, new RunId(runId), RunCommand.PAUSE));
    }

    // Then
    await().atMost(PATIENCE).until(() -> "PAUSED".equals(RestClient.status(runId)));
    RestClient.command(runId, "cancel", 202);
  }

  @Test
  void shouldForgetSampledRepliesWithTheLastRunOfTheirScope() throws SQLException {
    // Given two runs of one spec
    String spec = RestClient.spec(RestClient.upload(60), 36);
    String first = cancelled(spec);
    String second = cancelled(spec);
    String scope = scope(first);
    remember("sampled", scope);
    remember("greedy", "");

    // When
    when().delete("/api/runs/" + first).then().statusCode(202);
    awaitGone(first);

    // Then
    assertThat(replies("sampled")).isEqualTo(1);

    // When
    when().delete("/api/runs/" + second).then().statusCode(202);
    awaitGone(second);

    // Then
    assertThat(replies("sampled")).isZero();
    assertThat(replies("greedy")).isEqualTo(1);
  }

  /** The scope is part of what a run proposes. */
  private static String scope(String runId) {
    try (EventTap tap =
        EventTap.fromBeginning(
            KafkaCluster.shared().bootstrapServers(), EventType.PROMPT_PROPOSED.topic())) {
      return tap.awaitRecords(
              record -> runId.equals(record.json().at("/evaluation/runId").asText()), 1, PATIENCE)
          .getFirst()
          .json()
          .at("/evaluation/sampleScope")
          .asText();
    }
  }

  private static String begun(String spec) {
    String runId = RestClient.request(spec);
    await().atMost(PATIENCE).until(() -> "RUNNING".equals(RestClient.status(runId)));
    return runId;
  }

  private static String cancelled(String spec) {
    String runId = begun(spec);
    RestClient.command(runId, "cancel", 202);
    await().atMost(PATIENCE).until(() -> "CANCELLED".equals(RestClient.status(runId)));
    return runId;
  }

  private static void awaitGone(String runId) {
    await()
        .atMost(PATIENCE)
        .untilAsserted(() -> when().get("/api/runs/" + runId).then().statusCode(404));
  }

  private int outcomes(String runId) throws SQLException {
    return count(optimizer, "select count(*) from optimizer.outcome where subject = ?", runId);
  }

  private int replies(String digest) throws SQLException {
    return count(ledger, "select count(*) from ledger.call where digest = ?", digest);
  }

  private void remember(String digest, String scope) throws SQLException {
    try (Connection connection = ledger.getConnection();
        PreparedStatement statement =
            connection.prepareStatement(
                "insert into ledger.call (digest, scope, model, requester, reply, finish_reason,"
                    + " input_tokens, output_tokens, latency_millis)"
                    + " values (?, ?, 'm', 'r', '', 'STOP', 1, 1, 1)")) {
      statement.setString(1, digest);
      statement.setString(2, scope);
      statement.executeUpdate();
    }
  }

  private static int count(AgroalDataSource source, String query, String value)
      throws SQLException {
    try (Connection connection = source.getConnection();
        PreparedStatement statement = connection.prepareStatement(query)) {
      statement.setString(1, value);
      try (ResultSet row = statement.executeQuery()) {
        return row.next() ? row.getInt(1) : -1;
      }
    }
  }
}
