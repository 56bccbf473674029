package io.dlpo.optimizer.security;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.dlpo.testing.kafka.KafkaResource;
import io.dlpo.testing.model.ScriptedModelResource;
import io.dlpo.testing.postgres.PostgresResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.Cookie;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Signing in to the pages with an API key. */
@QuarkusTest
@TestProfile(ApiKeyIT.Keys.class)
@WithTestResource(KafkaResource.class)
@WithTestResource(PostgresResource.class)
@WithTestResource(ScriptedModelResource.class)
class PageSignInIT {

  private static final String VIEWER = "viewers-may-only-look";
  private static final String OPERATOR = "operators-may-do-all";
  private static final String CANCEL = "/api/runs/no-such-run/cancel";
  private static final int UNAUTHORIZED = 401;
  private static final int FORBIDDEN = 403;
  private static final int NOT_FOUND = 404;

  @ParameterizedTest
  @ValueSource(strings = {"/", "/runs/run-1", "/flow", "/assets/page.js", "/session"})
  void shouldShowFramesAndTheSignInToEverybody(String path) {
    assertThat(given().get(path).statusCode()).isEqualTo(200);
  }

  @Test
  void shouldTellThatAKeyIsNeeded() {
    assertThat(given().get("/session").jsonPath().getMap("$")).isEqualTo(session(null, null));
  }

  @Test
  void shouldKeepTheKeyInACookieThatScriptsCannotRead() {
    // When
    Response response = signIn(OPERATOR);

    // Then
    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.jsonPath().getMap("$"))
        .isEqualTo(session("operator", new PageKey(OPERATOR).token().value()));
    Cookie cookie = response.getDetailedCookie(PageKey.COOKIE);
    assertThat(cookie.isHttpOnly()).isTrue();
    assertThat(cookie.getSameSite()).isEqualTo("Strict");
    assertThat(cookie.isSecured()).isFalse();
    assertThat(cookie.getMaxAge()).as("ends with the browser").isNegative();
    assertThat(response.asString() + cookie).doesNotContain(OPERATOR);
  }

  @Test
  void shouldSendTheCookieOnlyEncryptedBehindAProxyThatEndsTls() {
    Response response =
        given()
            .header("X-Forwarded-Proto", "https")
            .contentType("application/json")
            .body(Map.of("key", OPERATOR))
            .post("/session");

    assertThat(response.getDetailedCookie(PageKey.COOKIE).isSecured()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"a-key-that-nobody-has", ""})
  void shouldRefuseAnUnknownKey(String key) {
    // When
    Response response = signIn(key);

    // Then
    assertThat(response.statusCode()).isEqualTo(UNAUTHORIZED);
    assertThat(response.jsonPath().getString("detail")).contains("not an API key");
    assertThat(response.getDetailedCookies().asList()).isEmpty();
  }

  @Test
  void shouldGiveTheCookieTheRoleOfItsKey() {
    assertThat(page(VIEWER).get("/api/runs").statusCode()).isEqualTo(200);
    assertThat(given().get("/api/events").statusCode()).isEqualTo(UNAUTHORIZED);
    assertThat(page(VIEWER).get("/session").jsonPath().getString("role")).isEqualTo("viewer");
    assertThat(changing(VIEWER).post(CANCEL).statusCode()).isEqualTo(FORBIDDEN);
    assertThat(changing(OPERATOR).post(CANCEL).statusCode()).isEqualTo(NOT_FOUND);
  }

  @Test
  void shouldChangeNothingWithoutTheToken() {
    assertThat(page(OPERATOR).post(CANCEL).statusCode()).isEqualTo(UNAUTHORIZED);
    assertThat(page(OPERATOR).header("X-CSRF-Token", "guessed").post(CANCEL).statusCode())
        .isEqualTo(UNAUTHORIZED);
    assertThat(
            page(OPERATOR)
                .header("X-CSRF-Token", new PageKey(VIEWER).token().value())
                .post(CANCEL)
                .statusCode())
        .isEqualTo(UNAUTHORIZED);
  }

  @Test
  void shouldRefuseAForeignPageEvenWithCookieAndToken() {
    assertThat(changing(OPERATOR).header("Sec-Fetch-Site", "cross-site").post(CANCEL).statusCode())
        .isEqualTo(FORBIDDEN);
  }

  /** A key that was changed since: its holder must get as far as the sign-in. */
  @Test
  void shouldTakeAnOutdatedCookieForNone() {
    RequestSpecification outdated = page("the-key-of-last-week");

    assertThat(outdated.get("/").statusCode()).isEqualTo(200);
    assertThat(outdated.get("/session").jsonPath().getString("csrfToken")).isNull();
    assertThat(outdated.get("/api/runs").statusCode()).isEqualTo(UNAUTHORIZED);
    assertThat(
            given()
                .cookie(PageKey.COOKIE, "no base64")
                .contentType("application/json")
                .body(Map.of("key", VIEWER))
                .post("/session")
                .statusCode())
        .isEqualTo(200);
  }

  @Test
  void shouldSignOut() {
    // When
    Response response = page(OPERATOR).delete("/session");

    // Then
    assertThat(response.statusCode()).isEqualTo(204);
    assertThat(response.getDetailedCookie(PageKey.COOKIE).getValue()).isEmpty();
    assertThat(response.getDetailedCookie(PageKey.COOKIE).getMaxAge()).isZero();
  }

  private static Response signIn(String key) {
    return given().contentType("application/json").body(Map.of("key", key)).post("/session");
  }

  private static RequestSpecification page(String key) {
    return given().cookie(PageKey.COOKIE, new PageKey(key).cookie(false).getValue());
  }

  private static RequestSpecification changing(String key) {
    return page(key).header("X-CSRF-Token", new PageKey(key).token().value());
  }

  private static Map<String, Object> session(String role, String token) {
    Map<String, Object> session = new HashMap<>();
    session.put("open", false);
    session.put("keys", true);
    session.put("signIn", false);
    session.put("signedIn", token != null);
    session.put("role", role);
    session.put("csrfToken", token);
    return session;
  }
}
