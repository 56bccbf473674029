package io.dlpo.optimizer;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.dlpo.testing.kafka.KafkaResource;
import io.dlpo.testing.model.ScriptedModelResource;
import io.dlpo.testing.postgres.PostgresResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Estimates over REST. */
@QuarkusTest
@WithTestResource(KafkaResource.class)
@WithTestResource(PostgresResource.class)
@WithTestResource(ScriptedModelResource.class)
class EstimateIT {

  @Test
  void shouldEstimateARunAndStoreNothing() {
    // Given
    String spec = RestClient.spec(RestClient.upload(60), 4);
    List<String> before = runs();

    // When
    JsonPath estimate = estimate(spec, 200);

    // Then
    assertThat(estimate.getInt("total.calls.expected"))
        .isBetween(
            estimate.getInt("total.calls.low") - 10, estimate.getInt("total.calls.high") + 10);
    assertThat(estimate.getList("stages.stage"))
        .startsWith("BATCH")
        .contains("CRITIQUE", "REDUCTION", "UPDATE", "ACCEPTANCE", "TEST");
    assertThat(estimate.getString("stages[0].model"))
        .isEqualTo(estimate.getString("models.forward"));
    assertThat(estimate.getList("assumptions.key")).contains("tokens.answer", "accuracy.end");
    assertThat(estimate.getInt("rehearsals")).isEqualTo(200);
    assertThat(runs()).isEqualTo(before);
  }

  @Test
  void shouldSayThatMoneyIsUnknownForAModelWithoutAPrice() {
    // Given
    String spec =
        RestClient.spec(RestClient.upload(60), 2)
            + "engines: {forward: {model: nobodys}, backward: {model: nobodys}}\n";

    // When
    JsonPath estimate = estimate(spec, 200);

    // Then
    assertThat(estimate.getString("total.usd")).isNull();
    assertThat(estimate.getString("notes")).contains("no price for nobodys");
  }

  @Test
  void shouldTakeAssumptionsOfTheUser() {
    // Given
    String spec = RestClient.spec(RestClient.upload(60), 2);

    // When
    JsonPath shorter = estimate(spec, 200, "tokens.answer=10", "accuracy.start=0.5");
    JsonPath longer = estimate(spec, 200, "tokens.answer=1000", "accuracy.start=0.5");

    // Then
    assertThat(longer.getLong("total.outputTokens.expected"))
        .isGreaterThan(10 * shorter.getLong("total.outputTokens.expected"));
    assertThat(shorter.getString("assumptions.find { it.key == 'tokens.answer' }.source"))
        .isEqualTo("given");
  }

  @Test
  void shouldRefuseWhatCannotBeAssumedAndWhatCannotBeRun() {
    // Given
    String dataset = RestClient.upload(60);

    // Then
    assertThat(estimate(RestClient.spec(dataset, 2), 422, "luck=1").getString("detail"))
        .contains("'luck' is not an assumption; use accuracy.start");
    assertThat(estimate(RestClient.spec(dataset, 0), 422).getString("errors[0].key"))
        .isEqualTo("optimizer.steps");
  }

  private static JsonPath estimate(String spec, int status, String... assumptions) {
    return given()
        .contentType("application/yaml")
        .queryParams(assumptions.length == 0 ? Map.of() : Map.of("assume", List.of(assumptions)))
        .body(spec.getBytes(StandardCharsets.UTF_8))
        .post("/api/estimates")
        .then()
        .statusCode(status)
        .extract()
        .jsonPath();
  }

  private static List<String> runs() {
    return given().get("/api/runs").jsonPath().getList("runId");
  }
}
