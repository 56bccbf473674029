package io.dlpo.cli.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dlpo.cli.CliException;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ApiCredentialsTest {

  @Test
  void shouldSendTheCredentialsOfTheEnvironment() {
    assertThat(ApiCredentials.of(Map.of("DLPO_API_KEY", " k \n", "DLPO_TOKEN", "t")).headers())
        .isEqualTo(Map.of("X-API-Key", "k", "Authorization", "Bearer t"));
  }

  @Test
  void shouldSendNothingWithoutCredentials() {
    assertThat(ApiCredentials.of(Map.of("DLPO_API_KEY", " ", "PATH", "/bin")).headers()).isEmpty();
  }

  @Test
  void shouldNameTheVariablesToSetForA401() throws IOException {
    try (StubOptimizer stub = StubOptimizer.start().on("GET /api/runs", 401, "")) {
      assertThatThrownBy(() -> new OptimizerClient(stub.base()).runs())
          .isInstanceOf(CliException.class)
          .hasMessageContaining(stub.base())
          .hasMessageContaining("DLPO_API_KEY")
          .hasMessageContaining("DLPO_TOKEN");
    }
  }

  @Test
  void shouldNameTheMissingRole() throws IOException {
    try (StubOptimizer stub = StubOptimizer.start().on("POST /api/runs/r/cancel", 403, "")) {
      assertThatThrownBy(() -> new OptimizerClient(stub.base()).command("r", "cancel"))
          .isInstanceOf(CliException.class)
          .hasMessageContaining("operator");
    }
  }

  @Test
  void shouldPrintTheReasonOfTheOptimizer() throws IOException {
    try (StubOptimizer stub =
        StubOptimizer.start().on("GET /api/runs", 403, "{\"detail\":\"host is 'a'\"}")) {
      assertThatThrownBy(() -> new OptimizerClient(stub.base()).runs())
          .isInstanceOf(CliException.class)
          .hasMessageContaining("host is 'a'");
    }
  }
}
