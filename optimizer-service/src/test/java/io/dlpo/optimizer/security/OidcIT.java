package io.dlpo.optimizer.security;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.dlpo.optimizer.security.Endpoints.Endpoint;
import io.dlpo.testing.kafka.KafkaResource;
import io.dlpo.testing.keycloak.Keycloak;
import io.dlpo.testing.keycloak.KeycloakResource;
import io.dlpo.testing.model.ScriptedModelResource;
import io.dlpo.testing.postgres.PostgresResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Who may do what, by the tokens of a real issuer. */
@QuarkusTest
@WithTestResource(KafkaResource.class)
@WithTestResource(PostgresResource.class)
@WithTestResource(ScriptedModelResource.class)
@WithTestResource(KeycloakResource.class)
@Tag("nightly")
class OidcIT {

  private static final int UNAUTHORIZED = 401;
  private static final int FORBIDDEN = 403;

  Keycloak keycloak;

  private final Map<String, String> tokens = new HashMap<>();

  @Test
  void shouldGiveEachRoleItsEndpointsAndNoOthers() {
    // Given
    List<Endpoint> endpoints = Endpoints.all(user("otto"));

    // Then
    assertThat(endpoints).hasSizeGreaterThan(12);
    SoftAssertions matrix = new SoftAssertions();
    for (Endpoint endpoint : endpoints) {
      boolean viewers = endpoint.role() == Role.VIEWER;
      matrix
          .assertThat(endpoint.status(given()))
          .as("nobody: %s", endpoint)
          .isEqualTo(UNAUTHORIZED);
      matrix
          .assertThat(endpoint.status(user("nina")))
          .as("no role: %s", endpoint)
          .isEqualTo(FORBIDDEN);
      if (viewers) {
        matrix
            .assertThat(endpoint.status(user("vera")))
            .as("viewer: %s", endpoint)
            .isNotIn(UNAUTHORIZED, FORBIDDEN);
      } else {
        matrix
            .assertThat(endpoint.status(user("vera")))
            .as("viewer: %s", endpoint)
            .isEqualTo(FORBIDDEN);
      }
      matrix
          .assertThat(endpoint.status(user("otto")))
          .as("operator: %s", endpoint)
          .isNotIn(UNAUTHORIZED, FORBIDDEN);
    }
    matrix.assertAll();
  }

  @Test
  void shouldRefuseATokenThatHasExpired() {
    // Given
    String token = keycloak.token("dlpo-short", "otto");

    // Then
    await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(
            () -> assertThat(bearer(token).get("/api/runs").statusCode()).isEqualTo(UNAUTHORIZED));
  }

  @Test
  void shouldRefuseATokenThatTheIssuerDidNotSign() {
    // Given
    String[] parts = keycloak.token("dlpo-cli", "vera").split("\\.", -1);
    String claims =
        new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8)
            .replace("viewer", "operator");
    String forged = encoded(claims);
    String unsigned = encoded("{\"alg\":\"none\",\"typ\":\"JWT\"}") + "." + forged + ".";

    // Then
    assertThat(bearer(parts[0] + "." + forged + "." + parts[2]).get("/api/runs").statusCode())
        .isEqualTo(UNAUTHORIZED);
    assertThat(bearer(unsigned).get("/api/runs").statusCode()).isEqualTo(UNAUTHORIZED);
    assertThat(bearer("nonsense").get("/api/runs").statusCode()).isEqualTo(UNAUTHORIZED);
  }

  @Test
  void shouldLetTheOrchestratorAskForHealthAndMetricsWithoutAToken() {
    assertThat(given().get("/q/health/live").statusCode()).isEqualTo(200);
    assertThat(given().get("/q/metrics").statusCode()).isEqualTo(200);
  }

  private RequestSpecification user(String name) {
    return bearer(tokens.computeIfAbsent(name, user -> keycloak.token("dlpo-cli", user)));
  }

  private static RequestSpecification bearer(String token) {
    return given().header("Authorization", "Bearer " + token);
  }

  private static String encoded(String text) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }
}
