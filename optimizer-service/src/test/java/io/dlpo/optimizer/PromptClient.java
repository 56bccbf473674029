package io.dlpo.optimizer;

import static io.restassured.RestAssured.given;
import static io.restassured.RestAssured.when;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.time.Duration;
import java.util.UUID;

/** What tests of promoted prompts do over HTTP. */
final class PromptClient {

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private PromptClient() {}

  /** A name that no other test uses. */
  static String newName() {
    return "prompt-" + UUID.randomUUID();
  }

  /** Requests a promotion. */
  static Response promote(String runId, String body) {
    return given()
        .contentType("application/json")
        .body(body)
        .post("/api/runs/" + runId + "/promote");
  }

  /** Requests that a label moves. */
  static Response label(String name, String label, int version) {
    return given()
        .contentType("application/json")
        .body("{\"version\": %d}".formatted(version))
        .put("/api/prompts/" + name + "/labels/" + label);
  }

  /**
   * Reads a prompt.
   *
   * @param query such as {@code ?label=production}; may be empty
   */
  static Response read(String name, String query) {
    return when().get("/api/prompts/" + name + query);
  }

  /** Waits until a read returns a version. */
  static JsonPath awaitVersion(String name, String query, int version) {
    await(name + query)
        .atMost(PATIENCE)
        .pollInterval(Duration.ofMillis(100))
        .untilAsserted(
            () -> {
              Response read = read(name, query);
              assertThat(read.statusCode()).isEqualTo(200);
              assertThat(read.jsonPath().getInt("version")).isEqualTo(version);
            });
    return read(name, query).jsonPath();
  }

  /** All versions, newest first. */
  static JsonPath versions(String name) {
    return read(name, "/versions").then().statusCode(200).extract().jsonPath();
  }

  /** A run that ended without a test. */
  static String cancelledRun(int rows) {
    String runId = RestClient.request(RestClient.spec(RestClient.upload(rows), 3));
    await().atMost(PATIENCE).until(() -> "RUNNING".equals(RestClient.status(runId)));
    RestClient.command(runId, "cancel", 202);
    await().atMost(PATIENCE).until(() -> "CANCELLED".equals(RestClient.status(runId)));
    return runId;
  }
}
