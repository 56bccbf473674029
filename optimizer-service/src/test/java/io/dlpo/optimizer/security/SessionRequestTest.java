package io.dlpo.optimizer.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SessionRequestTest {

  private static final Optional<CsrfToken> TOKEN = Optional.of(new CsrfToken("a-token"));

  @ParameterizedTest
  @CsvSource({
    "/api/runs, true",
    "/api/, true",
    "/session, true",
    "/, false",
    "/runs/run-1, false",
    "/api, false",
    "/assets/page.js, false",
    "/session/sign-in, false",
    "/q/health, false",
  })
  void shouldCountForRestOnly(String path, boolean expected) {
    assertThat(request("GET", path, TOKEN, null).isOfSession()).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "GET, , true",
    "POST, , false",
    "POST, another, false",
    "POST, a-token, true",
    "DELETE, a-token, true",
  })
  void shouldChangeNothingWithoutTheTokenOfThePage(String method, String sent, boolean expected) {
    assertThat(request(method, "/api/runs", TOKEN, sent).isOfSession()).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({"GET, true", "HEAD, true", "POST, false"})
  void shouldOnlyReadBeforeThePageHasItsToken(String method, boolean expected) {
    assertThat(request(method, "/api/runs", Optional.empty(), "a-token").isOfSession())
        .isEqualTo(expected);
  }

  @Test
  void shouldPreferTheCallersOwnCredentials() {
    assertThat(new SessionRequest("GET", "/api/runs", true, true, TOKEN, null).isOfSession())
        .isFalse();
    assertThat(new SessionRequest("GET", "/api/runs", false, false, TOKEN, null).isOfSession())
        .isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"/session/sign-in/", "/session", "/", "/api/session/sign-in"})
  void shouldSignInAtOnePath(String other) {
    assertThat(request("GET", SessionRequest.SIGN_IN, TOKEN, null).isSignIn()).isTrue();
    assertThat(request("GET", other, TOKEN, null).isSignIn()).isFalse();
  }

  private static SessionRequest request(
      String method, String path, Optional<CsrfToken> token, String sent) {
    return new SessionRequest(method, path, true, false, token, sent);
  }
}
