package io.dlpo.gateway.call;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EndpointAddressTest {

  @ParameterizedTest
  @CsvSource({
    "https://api.openai.com/v1,https://api.openai.com/v1",
    "http://[::1]:8081/v1/,http://[::1]:8081/v1/",
    "https://me:secret@models.test:8443/v1?key=secret#secret,https://models.test:8443/v1",
    "secret,address without a host",
    "http://models.test/a secret,invalid address"
  })
  void shouldShowWhereTheModelsAreAndNoCredentials(String endpoint, String shown) {
    // When, then
    assertThat(EndpointAddress.redacted(endpoint)).isEqualTo(shown);
  }
}
