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
  void shouldHaveATokenThatNoOtherKeyHas() {
    assertThat(KEY.token()).isEqualTo(new PageKey(KEY.value()).token());
    assertThat(KEY.token()).isNotEqualTo(new PageKey("another-key-of-theirs").token());
  }

  @Test
  void shouldTellNothingOfTheKey() {
    assertThat(KEY.token().value()).matches("[0-9a-f]{64}");
    assertThat(KEY).hasToString("PageKey");
  }
}
