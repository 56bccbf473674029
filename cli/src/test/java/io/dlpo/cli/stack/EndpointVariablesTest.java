package io.dlpo.cli.stack;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.dlpo.cli.CliException;
import java.util.Map;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EndpointVariablesTest {

  @Test
  void shouldTakeValidAddressesAndIgnoreBlankOnes() {
    assertThatCode(
            () -> {
              EndpointVariables.check(Map.of());
              EndpointVariables.check(Map.of("OPENAI_BASE_URL", " ", "OTHER", "x"));
              EndpointVariables.check(
                  Map.of(
                      "OPENAI_BASE_URL",
                      "HTTPS://models.test/v1",
                      "DLPO_ENDPOINTS_TEAM2_URL",
                      "http://localhost:8000/v1",
                      "DLPO_ENDPOINTS_TEAM2_KEY",
                      "k"));
            })
        .doesNotThrowAnyException();
  }

  @ParameterizedTest
  @CsvSource({
    "OPENAI_BASE_URL,localhost:8000/v1,localhost:8000/v1",
    "OPENAI_BASE_URL,api.openai.com/v1,api.openai.com/v1",
    "OTEL_EXPORTER_OTLP_ENDPOINT,localhost:4318,localhost:4318",
    "DLPO_ENDPOINTS_LOCAL_URL,me:secret@models.test/v1,***@models.test/v1",
    "DLPO_ENDPOINTS_LOCAL_URL,ftp://models.test,ftp://models.test"
  })
  void shouldRefuseAnAddressWithoutAScheme(String variable, String url, String shown) {
    refused(
        Map.of(variable, url),
        variable + " is \"" + shown + "\"; it must begin with http:// or https://");
  }

  @ParameterizedTest
  @CsvSource({
    "DLPO_ENDPOINTS_MY_MODELS_URL",
    "DLPO_ENDPOINTS_2_URL",
    "DLPO_ENDPOINTS_LOCAL_ADDRESS",
    "DLPO_ENDPOINTS_local_URL"
  })
  void shouldRefuseANameThatVariablesCannotHold(String variable) {
    refused(
        Map.of(variable, "http://localhost"),
        variable
            + " must be DLPO_ENDPOINTS_<NAME>_URL, DLPO_ENDPOINTS_<NAME>_KEY or"
            + " DLPO_ENDPOINTS_<NAME>_KEY_FILE, where NAME has up to 40 of A-Z and 0-9 and starts"
            + " with a letter");
  }

  @Test
  void shouldRefuseAKeyWithoutAnAddress() {
    refused(
        Map.of("DLPO_ENDPOINTS_LOCAL_KEY", "k"),
        "DLPO_ENDPOINTS_LOCAL_KEY is set, but DLPO_ENDPOINTS_LOCAL_URL is not; set it to the"
            + " endpoint's address");
  }

  private static void refused(Map<String, String> environment, String message) {
    assertThatExceptionOfType(CliException.class)
        .isThrownBy(() -> EndpointVariables.check(environment))
        .withMessage(message)
        .satisfies(error -> Assertions.assertThat(error.exitStatus()).isEqualTo(2));
  }
}
