package io.dlpo.optimizer;

import static io.restassured.RestAssured.given;
import static io.restassured.RestAssured.when;

import io.restassured.path.json.JsonPath;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** What tests do over HTTP. */
final class RestClient {

  private RestClient() {}

  /** Uploads a dataset of so many rows; each has its own question. */
  static String upload(int rows) {
    return upload(
        "jsonl",
        IntStream.rangeClosed(1, rows)
            .mapToObj(n -> "{\"input\":\"question " + n + "\",\"reference\":\"" + n + "\"}")
            .collect(Collectors.joining("\n")));
  }

  static String upload(String format, String file) {
    return given()
        .contentType("application/octet-stream")
        .queryParam("name", "numbers")
        .queryParam("format", format)
        .body(file.getBytes(StandardCharsets.UTF_8))
        .post("/api/datasets")
        .then()
        .statusCode(201)
        .extract()
        .path("id");
  }

  static String spec(String dataset, int steps) {
    return """
        name: test
        prompt: You will answer a question.
        dataset: {id: %s, split: {train: 20, validation: 20, test: 20, seed: 1}}
        metric: {type: number}
        optimizer: {batchSize: 5, steps: %d}
        seed: 7
        """
        .formatted(dataset, steps);
  }

  /** Requests a run that must be taken. */
  static String request(String spec) {
    return given()
        .contentType("application/yaml")
        .body(spec.getBytes(StandardCharsets.UTF_8))
        .post("/api/runs")
        .then()
        .statusCode(202)
        .extract()
        .path("runId");
  }

  /** What is wrong with a spec that must be refused. */
  static JsonPath refused(String spec) {
    return given()
        .contentType("application/yaml")
        .body(spec.getBytes(StandardCharsets.UTF_8))
        .post("/api/runs")
        .then()
        .statusCode(422)
        .contentType("application/problem+json")
        .extract()
        .jsonPath();
  }

  static JsonPath run(String runId) {
    return when().get("/api/runs/" + runId).then().statusCode(200).extract().jsonPath();
  }

  static JsonPath report(String runId) {
    return when().get("/api/runs/" + runId + "/report").then().statusCode(200).extract().jsonPath();
  }

  static String reportPage(String runId) {
    return when()
        .get("/api/runs/" + runId + "/report/html")
        .then()
        .statusCode(200)
        .contentType("text/html")
        .extract()
        .asString();
  }

  /** The run's status; null while its request is not handled yet. */
  static String status(String runId) {
    return when().get("/api/runs/" + runId).jsonPath().getString("status");
  }

  static void command(String runId, String command, int status) {
    when().post("/api/runs/" + runId + "/" + command).then().statusCode(status);
  }
}
