package io.dlpo.optimizer;

import static io.restassured.RestAssured.given;
import static io.restassured.RestAssured.when;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.dlpo.testing.kafka.KafkaResource;
import io.dlpo.testing.model.ScriptedModelResource;
import io.dlpo.testing.postgres.PostgresResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What the REST interface takes and refuses. */
@QuarkusTest
@WithTestResource(KafkaResource.class)
@WithTestResource(PostgresResource.class)
@WithTestResource(ScriptedModelResource.class)
class RestIT {

  @Test
  void shouldGiveTheSameFileTheSameIdAndListIt() {
    // When
    String first = RestClient.upload(20);
    String second = RestClient.upload(20);

    // Then
    assertThat(second).isEqualTo(first);
    when().get("/api/datasets").then().statusCode(200).body("id", hasItem(first));
  }

  @Test
  void shouldNameTheBrokenLinesOfADataset() {
    given()
        .contentType("application/octet-stream")
        .queryParam("format", "jsonl")
        .body(
            "{\"input\":\"a\",\"reference\":\"1\"}\n\n{\"input\":\"b\""
                .getBytes(StandardCharsets.UTF_8))
        .post("/api/datasets")
        .then()
        .statusCode(422)
        .contentType("application/problem+json")
        .body("errors[0].key", equalTo("line 3"))
        .body("errors[0].message", containsString("{\"input\":\"b\""));
  }

  @Test
  void shouldRefuseAFormatItDoesNotKnow() {
    given()
        .contentType("application/octet-stream")
        .queryParam("format", "xml")
        .body("x".getBytes(StandardCharsets.UTF_8))
        .post("/api/datasets")
        .then()
        .statusCode(422)
        .body("errors[0].allowed", containsString("bbh"));
  }

  @Test
  void shouldTellAllThatIsWrongWithASpecAtOnce() {
    // When
    JsonPath problem =
        RestClient.refused(
            """
            prompt: Answer.
            dataset: {id: none, split: {train: 1, validation: 1, test: 1}}
            metric: {type: number}
            optimizer: {batchsize: 0, batchSize: 0}
            """);

    // Then
    assertThat(problem.getList("errors.key"))
        .contains("dataset.id", "optimizer.batchSize", "optimizer.batchsize");
    assertThat(problem.getString("detail")).contains("did you mean batchSize?");
  }

  @Test
  void shouldNameTheLineThatIsNoYaml() {
    assertThat(RestClient.refused("prompt: a\nmetric: {type: number\n").getString("detail"))
        .contains("line ", "is not valid YAML");
  }

  @Test
  void shouldTakeTheDatasetOfTheRequestInPlaceOfTheSpecs() {
    // Given a spec as it is written for the command line
    String dataset = RestClient.upload(60);
    String spec = RestClient.spec("x", 43).replace("{id: x,", "{file: somewhere.csv, format: csv,");

    // When
    String runId =
        given()
            .contentType("application/yaml")
            .queryParam("dataset", dataset)
            .body(spec.getBytes(StandardCharsets.UTF_8))
            .post("/api/runs")
            .then()
            .statusCode(202)
            .extract()
            .path("runId");

    // Then
    await().atMost(Duration.ofSeconds(60)).until(() -> "RUNNING".equals(RestClient.status(runId)));
    assertThat(RestClient.report(runId).getString("spec.dataset.id")).isEqualTo(dataset);
    RestClient.command(runId, "cancel", 202);
  }

  @Test
  void shouldRefuseTheIdOfARunWithAnotherSpec() {
    // Given
    String spec = RestClient.spec(RestClient.upload(60), 41);
    String runId = RestClient.request(spec);
    await().atMost(Duration.ofSeconds(60)).until(() -> "RUNNING".equals(RestClient.status(runId)));

    // Then: the same spec is the same run, also under another name
    request(runId, spec.replace("name: test", "name: renamed"))
        .statusCode(202)
        .body("runId", equalTo(runId));
    request(runId, spec.replace("steps: 41", "steps: 42"))
        .statusCode(409)
        .contentType("application/problem+json")
        .body("detail", equalTo("run " + runId + " exists with another spec; choose another id"));
    RestClient.command(runId, "cancel", 202);
  }

  private static ValidatableResponse request(String runId, String spec) {
    return given()
        .contentType("application/yaml")
        .queryParam("runId", runId)
        .body(spec.getBytes(StandardCharsets.UTF_8))
        .post("/api/runs")
        .then();
  }

  @Test
  void shouldSayThatAnUnknownRunIsUnknown() {
    when()
        .get("/api/runs/no-such-run")
        .then()
        .statusCode(404)
        .contentType("application/problem+json")
        .body("detail", equalTo("there is no run 'no-such-run'"));
  }
}
