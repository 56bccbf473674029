package io.dlpo.optimizer;

import static io.restassured.RestAssured.when;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

import io.dlpo.contracts.event.EventType;
import io.dlpo.contracts.event.PromptPromoted;
import io.dlpo.testing.kafka.EventTap;
import io.dlpo.testing.kafka.KafkaResource;
import io.dlpo.testing.model.ScriptedModel;
import io.dlpo.testing.model.ScriptedModelResource;
import io.dlpo.testing.model.ScriptedReply;
import io.dlpo.testing.postgres.PostgresResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** From a run to a prompt that applications read. */
@QuarkusTest
@WithTestResource(KafkaResource.class)
@WithTestResource(PostgresResource.class)
@WithTestResource(ScriptedModelResource.class)
class PromotionIT {

  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final int TEST_ROWS = 100;

  ScriptedModel model;

  @Test
  void shouldPromoteAShownImprovementWithItsEvidence() {
    try (EventTap tap = EventTap.on(EventType.PROMPT_PROMOTED.topic())) {
      // Given
      JsonPath run = improvedRun();
      String name = PromptClient.newName();
      String runId = run.getString("runId");

      // When
      PromptClient.promote(runId, "{\"name\": \"%s\", \"label\": \"production\"}".formatted(name))
          .then()
          .statusCode(202)
          .header("Location", startsWith("http"))
          .body("name", equalTo(name))
          .body("runId", equalTo(runId));

      // Then
      JsonPath prompt = PromptClient.awaitVersion(name, "?label=production", 1);
      assertThat(prompt.getString("prompt")).isEqualTo(run.getString("bestPrompt"));
      assertThat(prompt.getString("runId")).isEqualTo(runId);
      assertThat(prompt.getList("labels")).containsExactly("production");
      assertThat(prompt.getString("evidence.outcome")).isEqualTo("FINISHED");
      assertThat(prompt.getBoolean("evidence.forced")).isFalse();
      assertThat(prompt.getMap("evidence.baseline")).isEqualTo(run.getMap("baseline"));
      assertThat(prompt.getMap("evidence.best")).isEqualTo(run.getMap("best"));
      assertThat(prompt.getMap("evidence.comparison")).isEqualTo(run.getMap("comparison"));
      assertThat(prompt.getDouble("evidence.comparison.p")).isLessThan(0.05);
      assertThat(prompt.getInt("evidence.split.test")).isEqualTo(TEST_ROWS);
      assertThat(prompt.getString("evidence.forwardModel")).isEqualTo("scripted-forward");
      assertThat(prompt.getInt("evidence.usage.paid")).isEqualTo(run.getInt("calls.paid"));
      assertThat(prompt.getString("evidence.trajectory")).isEqualTo(run.getString("trajectory"));
      PromptPromoted event =
          tap.awaitRecords(record -> name.equals(record.key()), 1, PATIENCE)
              .getFirst()
              .as(PromptPromoted.class);
      assertThat(event.version()).isEqualTo(1);
      assertThat(event.prompt()).isEqualTo(run.getString("bestPrompt"));
      assertThat(event.evidence().datasetId()).isEqualTo(prompt.getString("evidence.datasetId"));
    }
  }

  @Test
  void shouldPromoteARunWithoutAShownImprovementByForceOnlyAndSaySo() {
    // Given
    String runId = PromptClient.cancelledRun(80);
    String name = PromptClient.newName();

    // Then
    PromptClient.promote(runId, "{\"name\": \"%s\"}".formatted(name))
        .then()
        .statusCode(409)
        .contentType("application/problem+json")
        .body(
            "detail",
            startsWith(
                "run %s shows no improvement on its test split: the split was not scored; force"
                    .formatted(runId)));
    PromptClient.read(name, "").then().statusCode(404);

    // When
    PromptClient.promote(runId, "{\"name\": \"%s\", \"force\": true}".formatted(name))
        .then()
        .statusCode(202);

    // Then
    JsonPath prompt = PromptClient.awaitVersion(name, "", 1);
    assertThat(prompt.getBoolean("evidence.forced")).isTrue();
    assertThat(prompt.getString("evidence.outcome")).isEqualTo("CANCELLED");
    assertThat(prompt.<Object>get("evidence.best")).isNull();
  }

  @Test
  void shouldRefuseARunThatGoesOnAlsoWithForce() {
    // Given
    String runId = RestClient.request(RestClient.spec(RestClient.upload(81), 3));
    await().atMost(PATIENCE).until(() -> "RUNNING".equals(RestClient.status(runId)));

    // Then
    PromptClient.promote(runId, "{\"name\": \"counting\", \"force\": true}")
        .then()
        .statusCode(409)
        .body(
            "detail",
            equalTo(
                "run %s is RUNNING; to promote its prompt, it must have ended".formatted(runId)));
    RestClient.command(runId, "cancel", 202);
  }

  @Test
  void shouldRefuseARequestThatSaysNothingRight() {
    PromptClient.promote(PromptClient.cancelledRun(82), "{\"label\": \"my label\"}")
        .then()
        .statusCode(422)
        .body("errors[0].key", equalTo("name"))
        .body("errors[1].key", equalTo("label"));
    PromptClient.promote("no-such-run", "{\"name\": \"counting\"}")
        .then()
        .statusCode(404)
        .body("detail", equalTo("there is no run 'no-such-run'"));
  }

  @Test
  void shouldKeepThePromptOfARunThatIsDeleted() {
    // Given
    String runId = PromptClient.cancelledRun(83);
    String name = PromptClient.newName();
    String body = "{\"name\": \"%s\", \"force\": true}".formatted(name);
    PromptClient.promote(runId, body).then().statusCode(202);
    PromptClient.awaitVersion(name, "", 1);

    // When
    when().delete("/api/runs/" + runId).then().statusCode(202);
    await()
        .atMost(PATIENCE)
        .untilAsserted(() -> when().get("/api/runs/" + runId).then().statusCode(404));

    // Then it can still be read and labelled
    assertThat(PromptClient.versions(name).getString("[0].runId")).isEqualTo(runId);
    PromptClient.label(name, "production", 1).then().statusCode(202);
    PromptClient.awaitVersion(name, "?label=production", 1);
  }

  /** A run with a test split that is large enough to show an improvement. */
  private JsonPath improvedRun() {
    String spec =
        RestClient.spec(RestClient.upload(40 + TEST_ROWS), 6)
            .replace("test: 20", "test: " + TEST_ROWS);
    try (OtherServices others = OtherServices.once()) {
      model.reset();
      model.script(request -> ScriptedReply.text(others.update(request.user())));
      String runId = RestClient.request(spec);
      await().atMost(PATIENCE).until(() -> "FINISHED".equals(RestClient.status(runId)));
      return RestClient.run(runId);
    }
  }
}
