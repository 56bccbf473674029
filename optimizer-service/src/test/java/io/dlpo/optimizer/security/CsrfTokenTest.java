package io.dlpo.optimizer.security;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.http.Cookie;
import io.vertx.core.http.CookieSameSite;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsrfTokenTest {

  private static final CsrfToken TOKEN = new CsrfToken("a-token");

  @ParameterizedTest
  @ValueSource(strings = {"GET", "HEAD", "OPTIONS"})
  void shouldNotBeNeededToRead(String method) {
    assertThat(TOKEN.allows(method, null)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"POST", "PUT", "PATCH", "DELETE", "get"})
  void shouldBeNeededToChange(String method) {
    assertThat(TOKEN.allows(method, null)).isFalse();
    assertThat(TOKEN.allows(method, "")).isFalse();
    assertThat(TOKEN.allows(method, "another")).isFalse();
    assertThat(TOKEN.allows(method, "a-token")).isTrue();
  }

  @Test
  void shouldBeNewForEachBrowser() {
    assertThat(CsrfToken.random().value()).matches("[0-9a-f]{64}");
    assertThat(CsrfToken.random()).isNotEqualTo(CsrfToken.random());
  }

  @Test
  void shouldBeInACookieThatScriptsAndOtherSitesDoNotGet() {
    assertThat(TOKEN.cookie(true))
        .returns("a-token", Cookie::getValue)
        .returns(true, Cookie::isHttpOnly)
        .returns(true, Cookie::isSecure)
        .returns(CookieSameSite.STRICT, Cookie::getSameSite)
        .returns("/", Cookie::getPath);
  }

  @Test
  void shouldNotShowItself() {
    assertThat(TOKEN).hasToString("CsrfToken");
  }
}
