package io.dlpo.optimizer;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.dlpo.testing.kafka.KafkaResource;
import io.dlpo.testing.model.ScriptedModelResource;
import io.dlpo.testing.postgres.PostgresResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every refusal has the same form, whoever makes it. */
@QuarkusTest
@WithTestResource(KafkaResource.class)
@WithTestResource(PostgresResource.class)
@WithTestResource(ScriptedModelResource.class)
class ProblemIT {

  private static final int PATIENCE_MILLIS = 20_000;
  private static final String FORGED = "x%0A2026-11-29%2012:00:00%20ERROR%20forged";

  @ParameterizedTest
  @ValueSource(strings = {"/api/runs", "/api/estimates", "/api/experiments"})
  void shouldRefuseABodyWithoutAMediaType(String path) throws IOException {
    assertThat(sent("POST " + path + " HTTP/1.1\r\nHost: localhost\r\n", "{}"))
        .startsWith("HTTP/1.1 415 ")
        .contains("application/problem+json")
        .contains("\"errorId\":");
  }

  @ParameterizedTest
  @CsvSource({
    "GET, /api/runs/%25, 422",
    "GET, /api/runs/%ff, 422",
    "GET, /api/runs/%00, 422",
    "GET, /api/runs/:/steps, 422",
    "GET, /api/runs/%25/events, 422",
    "GET, /api/runs/%00/events, 422",
    "GET, /api/runs/%ff/events, 422",
    "GET, /api/runs/:/events, 422",
    "GET, /api/runs/" + FORGED + "/events, 422",
    "POST, /api/runs/%00/pause, 422",
    "GET, /api/experiments/%00, 422",
    "GET, /api/experiments/%00/report, 422",
    "POST, /api/experiments/%00/pause, 422",
    "POST, /api/experiments/%00/resume, 422",
    "GET, /api/experiments/none, 404",
    "GET, /api/dead-letters/%00, 422",
    "GET, /api/dead-letters?limit=x, 422",
    "GET, /api/dead-letters?limit=0, 422",
    "GET, /api/dead-letters?topic=%00, 422",
    "GET, /api/dead-letters?topic=&consumer=, 422",
    "GET, /api/dead-letters?limit=, 422",
    "POST, /api/dead-letters/redrive?run=r&again=banana, 422",
    "POST, /api/dead-letters/a:0:0/redrive?again=banana, 422",
    "GET, /no-such-page, 404",
    "GET, /favicon.ico, 404",
    "GET, /api, 404",
    "GET, /api/no-such-thing, 404",
    "PUT, /api/runs, 405",
    "PATCH, /api/runs/r, 405"
  })
  void shouldAnswerWithAProblem(String method, String path, int status) {
    expectProblem(plain().request(method, path), status);
  }

  @Test
  void shouldRefuseAnIdThatIsVeryLong() {
    expectProblem(plain().get("/api/runs/" + "x".repeat(3000) + "/events"), 422);
  }

  @ParameterizedTest
  @ValueSource(strings = {"%00", "a%0Ab", "%1b[31m"})
  void shouldRefuseANameOfADatasetThatIsNotPrintable(String name) {
    expectProblem(
        plain()
            .contentType("application/octet-stream")
            .body("{\"input\":\"a\",\"reference\":\"1\"}".getBytes(StandardCharsets.UTF_8))
            .post("/api/datasets?name=" + name),
        422);
  }

  @ParameterizedTest
  @ValueSource(strings = {"application/problem+json", "text/html", "application/json", "nonsense"})
  void shouldSayThatARunIsMissingWhateverTheClientAccepts(String accepted) {
    Response response = plain().header("Accept", accepted).get("/api/runs/no-such-run");

    expectProblem(response, 404);
    assertThat(response.jsonPath().getString("detail")).isEqualTo("there is no run 'no-such-run'");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "PUT     | 405 | /api/runs                 | GET, HEAD, OPTIONS, POST",
        "DELETE  | 405 | /api/runs/r/steps         | GET, HEAD, OPTIONS",
        "POST    | 405 | /api/dead-letters         | GET, HEAD, OPTIONS",
        "OPTIONS | 200 | /api/dead-letters         | GET, HEAD, OPTIONS",
        "OPTIONS | 200 | /api/runs/r               | DELETE, GET, HEAD, OPTIONS",
        "OPTIONS | 200 | /api/runs/r/fork          | OPTIONS, POST"
      })
  void shouldListTheMethodsThatAPathTakes(String method, int status, String path, String allowed) {
    Response response = plain().request(method, path);

    assertThat(response.statusCode()).isEqualTo(status);
    assertThat(response.header("Allow")).isEqualTo(allowed);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "text/plain       | {}    | 415",
        "application/json | {} {} | 422",
        "application/json | NaN   | 422",
        "application/json | [     | 422",
        "application/yaml | a: [  | 422",
        "application/json | 5     | 422",
        "application/json | null  | 422"
      })
  void shouldRefuseABodyInItsOwnWords(String type, String body, int status) {
    for (String path : new String[] {"/api/runs", "/api/estimates", "/api/experiments"}) {
      expectProblem(
          given()
              .header("Content-Type", type)
              .body(body.getBytes(StandardCharsets.UTF_8))
              .post(path),
          status);
    }
  }

  @Test
  void shouldRefuseABodyThatIsSaidToBeCompressed() {
    // When
    Response response =
        given()
            .header("Content-Encoding", "gzip")
            .contentType("application/json")
            .body("{}")
            .post("/api/runs");

    // Then
    expectProblem(response, 415);
    assertThat(response.header("Accept-Encoding")).isEqualTo("identity");
  }

  @Test
  void shouldRefuseALargeBodyBeforeItIsSent() throws IOException {
    assertThat(
            sent(
                "POST /api/datasets HTTP/1.1\r\nHost: localhost\r\nContent-Length: 99999999\r\n",
                ""))
        .startsWith("HTTP/1.1 413 ")
        .contains("application/problem+json");
  }

  @Test
  void shouldRefuseARequestWithoutAHost() throws IOException {
    assertThat(sent("GET /api/runs HTTP/1.1\r\n", ""))
        .matches("(?s)HTTP/1.1 (400|403) .*application/problem[+]json.*")
        .contains("\"errorId\":");
  }

  @Test
  void shouldRefuseTheIdThatMeansTheNewestRun() {
    Response response =
        given()
            .contentType("application/yaml")
            .queryParam("runId", "latest")
            .body(RestClient.spec(RestClient.upload(60), 2).getBytes(StandardCharsets.UTF_8))
            .post("/api/runs");

    expectProblem(response, 422);
    assertThat(response.jsonPath().getString("detail"))
        .isEqualTo("runId is 'latest', which commands read as the newest run; choose another id");
  }

  @Test
  void shouldKeepTheFirstNameOfADataset() {
    // Given
    String file = "{\"input\":\"named twice\",\"reference\":\"1\"}";

    // When
    Response first = uploadAs("first", file);
    Response second = uploadAs("second", file);

    // Then
    assertThat(first.jsonPath().getString("name")).isEqualTo("first");
    assertThat(second.jsonPath().getMap("")).isEqualTo(first.jsonPath().getMap(""));
  }

  private static Response uploadAs(String name, String file) {
    return given()
        .contentType("application/octet-stream")
        .queryParam("name", name)
        .body(file.getBytes(StandardCharsets.UTF_8))
        .post("/api/datasets");
  }

  private static RequestSpecification plain() {
    return given().urlEncodingEnabled(false);
  }

  private static void expectProblem(Response response, int status) {
    String body = response.asString();
    assertThat(response.statusCode()).as(body).isEqualTo(status);
    assertThat(response.contentType()).isEqualTo("application/problem+json");
    assertThat(response.jsonPath().getMap(""))
        .containsOnlyKeys("type", "title", "status", "detail", "errorId", "errors")
        .containsEntry("status", status);
    assertThat(response.jsonPath().getString("errorId")).hasSize(36);
    assertThat(body)
        .doesNotContain("Exception", "jackson", "jakarta", "org.", "Feature", "Constraints", "@");
  }

  /** Sends a request that no client library would send; returns the response. */
  private static String sent(String head, String body) throws IOException {
    URI base = URI.create(RestAssured.baseURI);
    try (Socket socket = new Socket(base.getHost(), RestAssured.port)) {
      socket.setSoTimeout(PATIENCE_MILLIS);
      String length =
          head.contains("Content-Length") ? "" : "Content-Length: " + body.length() + "\r\n";
      socket
          .getOutputStream()
          .write(
              (head + length + "Connection: close\r\n\r\n" + body)
                  .getBytes(StandardCharsets.US_ASCII));
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
