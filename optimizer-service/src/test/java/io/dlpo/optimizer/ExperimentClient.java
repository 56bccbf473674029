package io.dlpo.optimizer;

import static io.restassured.RestAssured.given;
import static io.restassured.RestAssured.when;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.restassured.path.json.JsonPath;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** What tests do with experiments over HTTP. */
final class ExperimentClient {

  static final Duration PATIENCE = Duration.ofSeconds(90);

  private ExperimentClient() {}

  /** Begins an experiment that must be taken, or finds it. */
  static String request(String spec) {
    return given()
        .contentType("application/yaml")
        .body(spec.getBytes(StandardCharsets.UTF_8))
        .post("/api/experiments")
        .then()
        .statusCode(202)
        .extract()
        .path("experimentId");
  }

  /** What is wrong with a spec that must be refused. */
  static JsonPath refused(String spec) {
    return given()
        .contentType("application/yaml")
        .body(spec.getBytes(StandardCharsets.UTF_8))
        .post("/api/experiments")
        .then()
        .statusCode(422)
        .contentType("application/problem+json")
        .extract()
        .jsonPath();
  }

  static JsonPath experiment(String id) {
    return when().get("/api/experiments/" + id).then().statusCode(200).extract().jsonPath();
  }

  static JsonPath report(String id) {
    return when()
        .get("/api/experiments/" + id + "/report")
        .then()
        .statusCode(200)
        .extract()
        .jsonPath();
  }

  /** The report in another form. */
  static String report(String id, String form, String mediaType) {
    return when()
        .get("/api/experiments/" + id + "/report/" + form)
        .then()
        .statusCode(200)
        .contentType(mediaType)
        .extract()
        .asString();
  }

  static void command(String id, String command) {
    when().post("/api/experiments/" + id + "/" + command).then().statusCode(202);
  }

  static void awaitStatus(String id, String status) {
    await()
        .atMost(PATIENCE)
        .pollInterval(Duration.ofMillis(100))
        .untilAsserted(() -> assertThat(experiment(id).getString("status")).isEqualTo(status));
  }

  /** Waits for a cell's status. */
  static void awaitCell(String id, String cell, String status) {
    await()
        .atMost(PATIENCE)
        .pollInterval(Duration.ofMillis(100))
        .untilAsserted(() -> assertThat(statusOf(id, cell)).isEqualTo(status));
  }

  static String statusOf(String id, String cell) {
    return experiment(id).getString("cells.find { it.cellId == '" + cell + "' }.status");
  }

  static String runOf(String id, String cell) {
    return experiment(id).getString("cells.find { it.cellId == '" + cell + "' }.runId");
  }
}
