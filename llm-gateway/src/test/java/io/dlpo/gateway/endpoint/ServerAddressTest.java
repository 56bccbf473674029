package io.dlpo.gateway.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ServerAddressTest {

  @ParameterizedTest
  @CsvSource({
    "https://api.openai.com/v1,api.openai.com,443",
    "HTTPS://models.test,models.test,443",
    "http://127.0.0.1:8089/v1,127.0.0.1,8089",
    "http://localhost/v1,localhost,80",
    "http://me:secret@models.test:81/v1?key=x,models.test,81"
  })
  void shouldNameHostAndPortOnly(String url, String host, int port) {
    assertThat(ServerAddress.of(url)).contains(new ServerAddress(host, port));
  }

  @ParameterizedTest
  @ValueSource(strings = {"http://under_score/v1", "http://a b", "http:///v1"})
  void shouldKnowNoServerWithoutAHost(String url) {
    assertThat(ServerAddress.of(url)).isEmpty();
  }
}
