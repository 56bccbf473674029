package io.dlpo.optimizer.security;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.http.Cookie;
import io.vertx.core.http.CookieSameSite;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PageKeyTest {

  private static final PageKey KEY = new PageKey("operators-may-do-all; \u00fcber=1");

  @Test
  void shouldBeInACookieThatScriptsAndOtherSitesDoNotGet() {
    assertThat(KEY.cookie(true))
        .returns(true, Cookie::isHttpOnly)
        .returns(true, Cookie::isSecure)
        .returns(CookieSameSite.STRICT, Cookie::getSameSite)
        .returns("/", Cookie::getPath);
  }

  @Test
  void shouldSurviveACookieWhateverItsCharacters() {
    assertThat(PageKey.decoded(KEY.cookie(false).getValue())).contains(KEY);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "%", "no base64!", "\""})
  void shouldTakeABrokenCookieForNone(String cookie) {
    assertThat(PageKey.decoded(cookie)).isEmpty();
  }

  @Test
  void shouldBeRemovedAtOnce() {
    assertThat(PageKey.removal())
        .returns("", Cookie::getValue)
        .returns(0L, Cookie::getMaxAge)
        .returns("/", Cookie::getPath);
  }

  @Test
  void shouldNeedItsTokenForChangesOnly() {
    assertThat(KEY.allows("GET", null)).isTrue();
    assertThat(KEY.allows("HEAD", null)).isTrue();
    assertThat(KEY.allows("POST", null)).isFalse();
    assertThat(KEY.allows("POST", "")).isFalse();
    assertThat(KEY.allows("DELETE", new PageKey("another-key-of-theirs").token())).isFalse();
    assertThat(KEY.allows("POST", KEY.token())).isTrue();
  }

  @Test
  void shouldTellNothingOfTheKey() {
    assertThat(KEY.token()).matches("[0-9a-f]{64}").isEqualTo(KEY.token());
    assertThat(KEY).hasToString("PageKey");
  }
}
