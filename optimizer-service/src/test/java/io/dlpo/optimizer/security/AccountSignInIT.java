package io.dlpo.optimizer.security;

import static org.assertj.core.api.Assertions.assertThat;

import io.dlpo.testing.kafka.KafkaResource;
import io.dlpo.testing.keycloak.KeycloakResource;
import io.dlpo.testing.model.ScriptedModelResource;
import io.dlpo.testing.postgres.PostgresResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Signing in to the pages with an account of a real issuer. */
@QuarkusTest
@WithTestResource(KafkaResource.class)
@WithTestResource(PostgresResource.class)
@WithTestResource(ScriptedModelResource.class)
@WithTestResource(KeycloakResource.class)
@Tag("nightly")
class AccountSignInIT {

  private static final String CANCEL = "/api/runs/no-such-run/cancel";
  private static final int REDIRECT = 302;
  private static final int UNAUTHORIZED = 401;
  private static final int FORBIDDEN = 403;
  private static final int NOT_FOUND = 404;

  @TestHTTPResource URI service;

  private final ProblemLog problems = new ProblemLog();
  private BrowserSession browser;

  /** What the service logs about requests that end with an error. */
  private static final class ProblemLog extends Handler {

    private static final Logger LOGGER = Logger.getLogger("io.dlpo.optimizer.problem");

    private final List<String> messages = new CopyOnWriteArrayList<>();

    @Override
    public void publish(LogRecord record) {
      messages.add(record.getMessage());
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
  }

  @BeforeEach
  void open() {
    browser = new BrowserSession(service);
    ProblemLog.LOGGER.addHandler(problems);
  }

  @AfterEach
  void close() {
    ProblemLog.LOGGER.removeHandler(problems);
  }

  @Test
  void shouldOfferTheSignInAndSendToTheIssuerOnlyThere() {
    assertThat(browser.json("/session"))
        .isEqualTo(
            """
            {"open":false,"keys":false,"signIn":true,"signedIn":false,"role":null,"csrfToken":null}""");
    assertThat(browser.get("/").statusCode()).isEqualTo(200);
    assertThat(browser.get("/api/runs").statusCode()).isEqualTo(UNAUTHORIZED);
    HttpResponse<String> redirect = browser.get("/session/sign-in");
    assertThat(redirect.statusCode()).isEqualTo(REDIRECT);
    assertThat(redirect.headers().firstValue("Location").orElseThrow())
        .contains("/protocol/openid-connect/auth?", "code_challenge=", "response_type=code");
  }

  @Test
  void shouldGiveAnAccountTheRoleThatItHasForRest() {
    // When
    String page = browser.signIn("otto", "/runs/run-1");

    // Then
    assertThat(page).isEqualTo("/runs/run-1");
    assertThat(problems.messages).isEmpty();
    assertThat(browser.json("/session"))
        .contains("\"signedIn\":true", "\"role\":\"operator\"")
        .matches(".*\"csrfToken\":\"[0-9a-f]{64}\".*");
    assertThat(browser.get("/api/runs").statusCode()).isEqualTo(200);
  }

  @Test
  void shouldChangeNothingWithoutTheTokenOfThePage() {
    // Given
    browser.signIn("otto", "/");
    String token = browser.csrfToken();

    // Then
    assertThat(browser.post(CANCEL, null).statusCode()).isEqualTo(UNAUTHORIZED);
    assertThat(browser.post(CANCEL, "guessed").statusCode()).isEqualTo(UNAUTHORIZED);
    assertThat(browser.post(CANCEL, token).statusCode()).isEqualTo(NOT_FOUND);
    assertThat(browser.csrfToken()).as("the same for all tabs").isEqualTo(token);
  }

  @Test
  void shouldLetAViewerOnlyLook() {
    browser.signIn("vera", "/");

    assertThat(browser.get("/api/runs").statusCode()).isEqualTo(200);
    assertThat(browser.post(CANCEL, browser.csrfToken()).statusCode()).isEqualTo(FORBIDDEN);
  }

  @Test
  void shouldTellAnAccountWithoutARoleThatItIsSignedIn() {
    browser.signIn("nina", "/");

    assertThat(browser.json("/session")).contains("\"signedIn\":true", "\"role\":null");
    assertThat(browser.get("/api/runs").statusCode()).isEqualTo(FORBIDDEN);
  }

  @Test
  void shouldSignOut() {
    // Given
    browser.signIn("otto", "/");

    // When
    int status = browser.delete("/session", browser.csrfToken()).statusCode();

    // Then
    assertThat(status).isEqualTo(204);
    assertThat(browser.json("/session")).contains("\"signedIn\":false");
    assertThat(browser.get("/api/runs").statusCode()).isEqualTo(UNAUTHORIZED);
  }

  /** As after a change of the secret that encrypts sessions. */
  @Test
  void shouldForgetASessionThatIsNotReadable() {
    // Given
    browser.cookie("q_session_pages", "not-what-this-service-wrote");

    // Then
    assertThat(browser.get("/runs/run-1").statusCode()).isEqualTo(200);
    assertThat(browser.get("/session").statusCode()).isEqualTo(UNAUTHORIZED);
    assertThat(browser.json("/session")).contains("\"signedIn\":false");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"https://example.org/", "//example.org", "/\\example.org", "runs", "/a?b"})
  void shouldNotLeadToAnotherSite(String to) {
    assertThat(browser.signIn("otto", to)).isEqualTo("/");
  }
}
