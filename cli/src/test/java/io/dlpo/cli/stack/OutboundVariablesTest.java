package io.dlpo.cli.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.dlpo.cli.CliException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OutboundVariablesTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://proxy.test:3128",
        "HTTP://proxy.test:3128/",
        "proxy.test:3128",
        "http://me:p%40ss@10.0.0.1:3128",
        "http://[fd00::1]:3128"
      })
  void shouldTakeAProxy(String proxy) {
    assertThatCode(() -> EndpointVariables.check(Map.of("HTTPS_PROXY", proxy, "http_proxy", proxy)))
        .doesNotThrowAnyException();
  }

  @ParameterizedTest
  @CsvSource({
    "HTTPS_PROXY,https://proxy.test:3128,https://proxy.test:3128",
    "https_proxy,socks5://proxy.test:1080,socks5://proxy.test:1080",
    "HTTP_PROXY,http://me:secret@proxy test:80,***@proxy test:80",
    "HTTP_PROXY,'http://me:sec\nret@proxy.test:80',***@proxy.test:80",
    "http_proxy,http://proxy.test:port,http://proxy.test:port"
  })
  void shouldRefuseWhatIsNoHttpProxyWithoutShowingCredentials(
      String variable, String proxy, String shown) {
    refused(
        Map.of(variable, proxy),
        "%s is \"%s\"; it must be http://HOST:PORT or http://USER:PASSWORD@HOST:PORT"
            .formatted(variable, shown));
  }

  @ParameterizedTest
  @CsvSource({"OPENAI_API_KEY", "DLPO_ENDPOINTS_LOCAL_KEY"})
  void shouldRefuseAKeyBesideAKeyFile(String variable) {
    refused(
        Map.of(
            variable,
            "sk-secret",
            variable + "_FILE",
            "/etc/dlpo/key",
            "DLPO_ENDPOINTS_LOCAL_URL",
            "http://localhost"),
        "%1$s and %1$s_FILE are both set; remove one of them".formatted(variable));
  }

  @ParameterizedTest
  @CsvSource({
    "OPENAI_API_KEY_FILE,/no/such/key",
    "DLPO_ENDPOINTS_LOCAL_KEY_FILE,key",
    "DLPO_TRUST_CERTIFICATES,/"
  })
  void shouldRefuseAFileThatCannotBeRead(String variable, String path) {
    refused(
        Map.of(variable, path, "DLPO_ENDPOINTS_LOCAL_URL", "http://localhost"),
        "%s is \"%s\"; it must be the absolute path of a file that you can read"
            .formatted(variable, path));
  }

  @Test
  void shouldRefuseAKeyFileWithoutAnAddress() {
    refused(
        Map.of("DLPO_ENDPOINTS_LOCAL_KEY_FILE", "/etc/dlpo/key"),
        "DLPO_ENDPOINTS_LOCAL_KEY_FILE is set, but DLPO_ENDPOINTS_LOCAL_URL is not; set it to the"
            + " endpoint's address");
  }

  private static void refused(Map<String, String> environment, String message) {
    assertThatExceptionOfType(CliException.class)
        .isThrownBy(() -> EndpointVariables.check(environment))
        .withMessage(message)
        .satisfies(error -> assertThat(error.exitStatus()).isEqualTo(2));
  }
}
