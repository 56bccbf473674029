package io.dlpo.optimizer.security;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.dlpo.optimizer.security.Endpoints.Endpoint;
import io.dlpo.testing.kafka.KafkaResource;
import io.dlpo.testing.model.ScriptedModelResource;
import io.dlpo.testing.postgres.PostgresResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.Map;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** Who may do what, by API keys. */
@QuarkusTest
@TestProfile(ApiKeyIT.Keys.class)
@WithTestResource(KafkaResource.class)
@WithTestResource(PostgresResource.class)
@WithTestResource(ScriptedModelResource.class)
class ApiKeyIT {

  private static final String VIEWER = "viewers-may-only-look";
  private static final String OPERATOR = "operators-may-do-all";
  private static final int UNAUTHORIZED = 401;
  private static final int FORBIDDEN = 403;
  private static final int NOT_ALLOWED = 405;
  private static final int NOT_FOUND = 404;

  /** A key for each role. */
  public static final class Keys implements QuarkusTestProfile {

    @Override
    public Map<String, String> getConfigOverrides() {
      return Map.of("dlpo.security.viewer-key", VIEWER, "dlpo.security.operator-key", OPERATOR);
    }
  }

  @Test
  void shouldGiveEachKeyItsEndpointsAndNoOthers() {
    SoftAssertions matrix = new SoftAssertions();
    for (Endpoint endpoint : Endpoints.all(key(OPERATOR))) {
      boolean viewers = endpoint.role() == Role.VIEWER;
      matrix
          .assertThat(endpoint.status(given()))
          .as("nobody: %s", endpoint)
          .isEqualTo(UNAUTHORIZED);
      matrix
          .assertThat(endpoint.status(key("a-key-that-nobody-has")))
          .as("wrong: %s", endpoint)
          .isEqualTo(UNAUTHORIZED);
      matrix
          .assertThat(endpoint.status(key(VIEWER)) == FORBIDDEN)
          .as("viewer: %s", endpoint)
          .isEqualTo(!viewers);
      matrix
          .assertThat(endpoint.status(key(OPERATOR)))
          .as("operator: %s", endpoint)
          .isNotIn(UNAUTHORIZED, FORBIDDEN);
    }
    matrix.assertAll();
  }

  @Test
  void shouldLetNobodyInByAnotherSpellingOfThePath() {
    SoftAssertions matrix = new SoftAssertions();
    for (Endpoint endpoint : Endpoints.all(key(OPERATOR))) {
      for (String start : Endpoints.DETOURS) {
        matrix
            .assertThat(endpoint.call(given(), "any", start).statusCode())
            .as("nobody: %s by %s", endpoint, start)
            .isIn(UNAUTHORIZED, FORBIDDEN, NOT_FOUND);
        if (endpoint.role() == Role.OPERATOR) {
          matrix
              .assertThat(endpoint.call(key(VIEWER), "any", start).statusCode())
              .as("viewer: %s by %s", endpoint, start)
              .isIn(FORBIDDEN, NOT_FOUND);
        }
      }
    }
    matrix.assertAll();
  }

  /** No endpoint of the kind that says itself whom it serves. */
  @ParameterizedTest
  @FieldSource("io.dlpo.optimizer.security.Endpoints#DETOURS")
  void shouldShowNobodyTheDocumentByAnotherSpellingOfItsPath(String start) {
    assertThat(given().urlEncodingEnabled(false).get(start + "/openapi").statusCode())
        .isIn(UNAUTHORIZED, FORBIDDEN, NOT_FOUND);
  }

  @Test
  void shouldSayHowToShowAKey() {
    // When
    Response response = given().get("/api/runs");

    // Then
    assertThat(response.statusCode()).isEqualTo(UNAUTHORIZED);
    assertThat(response.header("WWW-Authenticate")).contains("X-API-Key");
    expectProblem(
        response,
        "this needs an API key or a token; the header WWW-Authenticate says how to send it");
  }

  @Test
  void shouldSayThatAKeyIsWrong() {
    // When
    Response response = key("a-key-that-nobody-has").get("/api/runs");

    // Then
    assertThat(response.statusCode()).isEqualTo(UNAUTHORIZED);
    assertThat(response.header("WWW-Authenticate")).contains("X-API-Key");
    expectProblem(response, "the API key or the token is not valid, or no longer");
  }

  @Test
  void shouldNameTheRoleThatAKeyDoesNotHave() {
    // When
    Response response = key(VIEWER).post("/api/runs/any/pause");

    // Then
    assertThat(response.statusCode()).isEqualTo(FORBIDDEN);
    expectProblem(response, "this needs the role operator");
  }

  @Test
  void shouldTellWhatIsNotThereOnlyToThoseWithAKey() {
    assertThat(given().get("/favicon.ico").statusCode()).isEqualTo(UNAUTHORIZED);
    assertThat(key(VIEWER).get("/favicon.ico").statusCode()).isEqualTo(NOT_FOUND);
  }

  private static void expectProblem(Response response, String detail) {
    assertThat(response.contentType()).isEqualTo("application/problem+json");
    assertThat(response.jsonPath().getString("detail")).isEqualTo(detail);
    assertThat(response.jsonPath().getString("errorId")).hasSize(36);
  }

  @Test
  void shouldShowTheSchemasOfEventsToEverybodyAndLetNobodyChangeThem() {
    // Given
    String schema = Endpoints.SCHEMA.replace("{name}", "RunFinished.v1.schema.json");

    // Then
    assertThat(given().get(schema).statusCode()).isEqualTo(200);
    assertThat(given().head(schema).statusCode()).isEqualTo(200);
    assertThat(given().get(schema + "/../../runs").statusCode()).isEqualTo(UNAUTHORIZED);
    assertThat(given().delete(schema).statusCode()).isEqualTo(NOT_ALLOWED);
    assertThat(given().post(schema).statusCode()).isEqualTo(NOT_ALLOWED);
  }

  @Test
  void shouldTakeNoHostNameForAReasonToRefuseOneWhoHasAKey() {
    assertThat(key(OPERATOR).header("Host", "dlpo.example.org").get("/api/runs").statusCode())
        .isEqualTo(200);
  }

  private static RequestSpecification key(String key) {
    return given().header("X-API-Key", key);
  }
}
