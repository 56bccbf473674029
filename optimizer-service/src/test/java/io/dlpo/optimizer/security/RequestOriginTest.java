package io.dlpo.optimizer.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RequestOriginTest {

  private static final String HOST = "dlpo.example.org:8080";

  @ParameterizedTest
  @ValueSource(strings = {"GET", "POST", "PUT", "DELETE"})
  void shouldTakeWhatNoBrowserSent(String method) {
    assertThat(refusal(method, HOST, null, null)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"POST", "PUT", "DELETE", "PATCH"})
  void shouldRefuseAChangeThatAnotherSitesPageSent(String method) {
    assertThat(refusal(method, HOST, "https://evil.example", "cross-site"))
        .hasValueSatisfying(why -> assertThat(why).contains("https://evil.example"));
    assertThat(refusal(method, HOST, "https://evil.example", null)).isPresent();
    assertThat(refusal(method, HOST, null, "cross-site")).isPresent();
    assertThat(refusal(method, HOST, "null", null)).isPresent();
    assertThat(refusal(method, HOST, "http://a b", null)).isPresent();
  }

  @Test
  void shouldTakeAChangeOfItsOwnPages() {
    assertThat(refusal("POST", HOST, "https://" + HOST, "same-origin")).isEmpty();
    assertThat(refusal("POST", HOST, null, "none")).isEmpty();
  }

  @Test
  void shouldLetOthersRead() {
    assertThat(refusal("GET", HOST, "https://evil.example", "cross-site")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"localhost", "localhost:8080", "127.0.0.1:80", "[::1]:8080", "LOCALHOST:1"})
  void shouldTakeTheLoopbackInterfaceByItsOwnNames(String host) {
    assertThat(new RequestOrigin("GET", host, null, null).refusal(HostNames.LOOPBACK)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"rebound.example:8080", "127.0.0.1.example", "localhost.example:8080", "''"})
  void shouldRefuseAForeignNameOfTheLoopbackInterface(String host) {
    assertThat(new RequestOrigin("GET", host, null, null).refusal(HostNames.LOOPBACK))
        .hasValueSatisfying(
            why ->
                assertThat(why)
                    .contains("'" + host + "'")
                    .contains("localhost")
                    .contains("DLPO_SECURITY_HOSTS"));
    assertThat(new RequestOrigin("GET", host, null, null).refusal(HostNames.ANY)).isEmpty();
  }

  @Test
  void shouldRefuseARequestWithoutAHostWhereOnlyThisMachineMayAsk() {
    assertThat(new RequestOrigin("GET", null, null, null).refusal(HostNames.LOOPBACK)).isPresent();
  }

  private static Optional<String> refusal(
      String method, String host, @Nullable String origin, @Nullable String fetchSite) {
    return new RequestOrigin(method, host, origin, fetchSite).refusal(HostNames.ANY);
  }
}
