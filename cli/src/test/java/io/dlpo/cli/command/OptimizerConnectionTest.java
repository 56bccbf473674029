package io.dlpo.cli.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dlpo.cli.CliException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OptimizerConnectionTest {

  @ParameterizedTest
  @CsvSource({
    "http://127.0.0.1:8080, http://127.0.0.1:8080",
    "https://dlpo.example.org/, https://dlpo.example.org",
    "' http://localhost:8080 ', http://localhost:8080"
  })
  void shouldUseTheAddressOfTheEnvironment(String value, String address) {
    assertThat(OptimizerConnection.address(Map.of("DLPO_REST", value))).hasValue(address);
  }

  @Test
  void shouldUseTheLocalStackWithoutAnAddress() {
    assertThat(OptimizerConnection.address(Map.of("PATH", "/bin"))).isEmpty();
    assertThat(OptimizerConnection.address(Map.of("DLPO_REST", " "))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"127.0.0.1:8080", "ftp://host", "http://host/api", "http://", "http://a b"})
  void shouldRefuseAnInvalidAddress(String value) {
    assertThatThrownBy(() -> OptimizerConnection.address(Map.of("DLPO_REST", value)))
        .isInstanceOf(CliException.class)
        .hasMessage(
            "DLPO_REST is '%s'; must be an address without a path, such as http://127.0.0.1:8080"
                .formatted(value));
  }
}
