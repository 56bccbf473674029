package io.dlpo.optimizer.security;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.dlpo.testing.kafka.KafkaResource;
import io.dlpo.testing.model.ScriptedModelResource;
import io.dlpo.testing.postgres.PostgresResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** REST as it is on a laptop: open, to this machine and its user only. */
@QuarkusTest
@WithTestResource(KafkaResource.class)
@WithTestResource(PostgresResource.class)
@WithTestResource(ScriptedModelResource.class)
class OpenAccessIT {

  private static final int FORBIDDEN = 403;
  private static final int NOT_FOUND = 404;

  @Test
  void shouldRefuseWhatAnotherSitesPageMadeABrowserSend() {
    // When
    Response response =
        given()
            .header("Origin", "https://evil.example")
            .header("Sec-Fetch-Site", "cross-site")
            .post("/api/runs/any/cancel");

    // Then
    assertThat(response.statusCode()).isEqualTo(FORBIDDEN);
    assertThat(response.contentType()).startsWith("application/problem+json");
    assertThat(response.jsonPath().getString("detail")).contains("https://evil.example");
  }

  @Test
  void shouldRefuseAForeignNameOfThisMachine() {
    assertThat(asRebound("/api").statusCode()).isEqualTo(FORBIDDEN);
  }

  @ParameterizedTest
  @FieldSource("io.dlpo.optimizer.security.Endpoints#DETOURS")
  void shouldServeNothingToAForeignNameByAnotherSpellingOfThePath(String start) {
    assertThat(asRebound(start).statusCode()).isIn(FORBIDDEN, NOT_FOUND);
  }

  private static Response asRebound(String start) {
    return given().urlEncodingEnabled(false).header("Host", "rebound.example").get(start + "/runs");
  }

  @Test
  void shouldShowHealthAndMetricsUnderAnyName() {
    assertThat(given().header("Host", "10.1.2.3:8080").get("/q/health/live").statusCode())
        .isEqualTo(200);
    assertThat(given().header("Host", "10.1.2.3:8080").get("/q/metrics").statusCode())
        .isEqualTo(200);
  }

  /** As the command line's client asks: it offers to go on in HTTP/2, which has no Host header. */
  @Test
  void shouldKnowThisMachineInHttp2Too() throws IOException, InterruptedException {
    // Given
    URI runs = URI.create(RestAssured.baseURI + ":" + RestAssured.port + "/api/runs");

    try (HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_2).build()) {
      // When
      HttpRequest request = HttpRequest.newBuilder(runs).build();
      client.send(request, BodyHandlers.discarding());
      HttpResponse<Void> second = client.send(request, BodyHandlers.discarding());

      // Then
      assertThat(second.version()).isEqualTo(HttpClient.Version.HTTP_2);
      assertThat(second.statusCode()).isEqualTo(200);
    }
  }

  @Test
  void shouldTellBrowsersToTrustNothingBeyondTheAnswer() {
    // When
    Response response = given().get("/api/runs");

    // Then
    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.header("X-Content-Type-Options")).isEqualTo("nosniff");
    assertThat(response.header("X-Frame-Options")).isEqualTo("DENY");
    assertThat(response.header("Referrer-Policy")).isEqualTo("no-referrer");
    assertThat(response.header("Cache-Control")).contains("no-store");
    assertThat(response.header("Content-Security-Policy")).contains("default-src 'none'");
  }
}
