package io.dlpo.gateway.proxy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProxyExceptionsTest {

  @ParameterizedTest
  @ValueSource(
      strings = {"localhost", "LOCALHOST", "a.localhost", "127.0.0.1", "127.9.9.9", "[::1]"})
  void shouldAlwaysCoverThisMachine(String host) {
    assertThat(ProxyExceptions.parse("NO_PROXY", "").cover(host, 8000)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"models.test", "localhost.test", "128.0.0.1", "[::2]", "10.0.0.1"})
  void shouldCoverNothingElseByItself(String host) {
    assertThat(ProxyExceptions.parse("NO_PROXY", " , ").cover(host, 8000)).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "corp.test|corp.test|443",
        "corp.test|models.corp.test|443",
        "CORP.test.|Models.Corp.Test.|443",
        ".corp.test|models.corp.test|443",
        ".corp.test|corp.test|443",
        "*.corp.test|models.corp.test|443",
        "other.test,corp.test|models.corp.test|443",
        "other.test corp.test|models.corp.test|443",
        "corp.test:8443|models.corp.test|8443",
        "*|models.test|443",
        "*:8443|models.test|8443",
        "10.1.2.3|10.1.2.3|80",
        "10.1.2.3:80|10.1.2.3|80",
        "10.0.0.0/8|10.255.0.1|80",
        "10.16.0.0/12|10.31.255.255|80",
        "0.0.0.0/0|9.9.9.9|80",
        "10.1.2.3/32|10.1.2.3|80",
        "fd00::1|[fd00:0:0::1]|80",
        "[fd00::1]:80|[fd00::1]|80",
        "fd00::/8|[fdff::1]|80"
      })
  void shouldCoverWhatItNames(String list, String host, int port) {
    assertThat(ProxyExceptions.parse("NO_PROXY", list).cover(host, port)).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "corp.test|mycorp.test|443",
        "corp.test|corp.test.evil|443",
        "models.corp.test|corp.test|443",
        "corp.test:8443|corp.test|443",
        "10.1.2.3:81|10.1.2.3|80",
        "10.0.0.0/8|11.0.0.1|80",
        "10.16.0.0/12|10.32.0.0|80",
        "10.1.2.3/31|10.1.2.4|80",
        "10.0.0.0/8|10.corp.test|80",
        "fd00::/8|10.0.0.1|80",
        "fd00::/9|[fdff::1]|80"
      })
  void shouldCoverNothingBesideIt(String list, String host, int port) {
    assertThat(ProxyExceptions.parse("NO_PROXY", list).cover(host, port)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "10.0.0.0/33",
        "corp.test/8",
        "fd00::/129",
        "http://corp.test",
        "corp.test:port",
        "a..b",
        "**",
        "models.*.test"
      })
  void shouldRefuseAnEntryThatCoversNothing(String entry) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ProxyExceptions.parse("NO_PROXY", "corp.test, " + entry))
        .withMessage(
            "NO_PROXY has the entry \"%s\"; each must be a host name, an IP address, a range such as 10.0.0.0/8, or *"
                .formatted(entry));
  }
}
