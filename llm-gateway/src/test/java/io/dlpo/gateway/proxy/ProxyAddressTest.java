package io.dlpo.gateway.proxy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProxyAddressTest {

  @ParameterizedTest
  @CsvSource({
    "http://proxy.test:3128,proxy.test,3128",
    "HTTP://proxy.test:3128/,proxy.test,3128",
    "' http://proxy.test ',proxy.test,80",
    "proxy.test:8080,proxy.test,8080",
    "10.0.0.1:3128,10.0.0.1,3128",
    "http://[fd00::1]:3128,fd00::1,3128"
  })
  void shouldReadHostAndPort(String value, String host, int port) {
    assertThat(ProxyAddress.parse("HTTPS_PROXY", value))
        .isEqualTo(new ProxyAddress(host, port, null, null));
  }

  @ParameterizedTest
  @CsvSource({
    "http://me:secret@proxy.test:3128,me,secret",
    "me:secret@proxy.test:3128,me,secret",
    "http://me@proxy.test:3128,me,''",
    "http://corp%5Cme:p%40ss%3A%2Fw%25@proxy.test:3128,corp\\me,p@ss:/w%",
    "http://me:a+b:c@d@proxy.test:3128,me,a+b:c@d"
  })
  void shouldReadCredentialsAndNeverShowThem(String value, String user, String password) {
    // When
    ProxyAddress proxy = ProxyAddress.parse("HTTPS_PROXY", value);

    // Then
    assertThat(proxy).isEqualTo(new ProxyAddress("proxy.test", 3128, user, password));
    assertThat(proxy).hasToString("http://proxy.test:3128");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "https://proxy.test:3128|https://proxy.test:3128|it must begin with http://, which is also"
            + " right for HTTPS",
        "socks5://me:secret@proxy.test:1080|***@proxy.test:1080|it must begin with http://, which"
            + " is also right for HTTPS",
        "http://|http://|it must be http://HOST:PORT or http://USER:PASSWORD@HOST:PORT",
        "http://me:secret@:3128|***@:3128|it must be http://HOST:PORT or"
            + " http://USER:PASSWORD@HOST:PORT",
        "http://me:secret@proxy.test:port|***@proxy.test:port|it must be http://HOST:PORT or"
            + " http://USER:PASSWORD@HOST:PORT",
        "http://me:secret|http://me:***|it must be http://HOST:PORT or"
            + " http://USER:PASSWORD@HOST:PORT",
        "http://me:5ecret|http://me:***|it must be http://HOST:PORT or"
            + " http://USER:PASSWORD@HOST:PORT",
        "me:secret|me:***|it must be http://HOST:PORT or http://USER:PASSWORD@HOST:PORT",
        "http://proxy.test:3128/path|http://proxy.test:3128/path|it must be http://HOST:PORT or"
            + " http://USER:PASSWORD@HOST:PORT",
        "http://me:secret@proxy test|***@proxy test|it must be http://HOST:PORT or"
            + " http://USER:PASSWORD@HOST:PORT",
        "http://me:secret@proxy.test:65536|***@proxy.test:65536|its port must be 1 to 65535",
        "proxy.test:0|proxy.test:0|its port must be 1 to 65535",
        "http://me:50%@proxy.test|***@proxy.test|in user and password, % must be followed by two"
            + " hexadecimal digits"
      })
  void shouldRefuseAnythingElseWithoutShowingCredentials(String value, String shown, String rule) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ProxyAddress.parse("HTTPS_PROXY", value))
        .withMessage("HTTPS_PROXY is \"%s\"; %s".formatted(shown, rule));
  }

  @Test
  void shouldKnowItsConnections() {
    ProxyAddress proxy = ProxyAddress.parse("HTTPS_PROXY", "http://[fd00::1]:3128");
    assertThat(proxy.isAt("fd00::1", 3128)).isTrue();
    assertThat(proxy.isAt("fd00::1", 3129)).isFalse();
    assertThat(proxy.isAt("fd00::2", 3128)).isFalse();
    assertThat(proxy).hasToString("http://[fd00::1]:3128");
  }
}
