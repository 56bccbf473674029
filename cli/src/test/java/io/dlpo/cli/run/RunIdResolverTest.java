package io.dlpo.cli.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dlpo.cli.CliException;
import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RunIdResolverTest {

  private StubOptimizer stub;
  private OptimizerClient client;

  @BeforeEach
  void start() throws IOException {
    stub =
        StubOptimizer.start()
            .on(
                "GET /api/runs",
                200,
                "[{\"runId\":\"run-abc\"},{\"runId\":\"run-abd\"},{\"runId\":\"other\"}]");
    client = new OptimizerClient(stub.base());
  }

  @AfterEach
  void stop() {
    stub.close();
  }

  @Test
  void shouldFindARunByItsIdAUniquePrefixOrLatest() {
    assertThat(RunIdResolver.resolve(client, "run-abd")).isEqualTo("run-abd");
    assertThat(RunIdResolver.resolve(client, "oth")).isEqualTo("other");
    assertThat(RunIdResolver.resolve(client, "latest")).isEqualTo("run-abc");
  }

  @Test
  void shouldNameAllRunsThatMatchAPrefix() {
    assertThatThrownBy(() -> RunIdResolver.resolve(client, "run-ab"))
        .isInstanceOfSatisfying(
            CliException.class, failure -> assertThat(failure.exitStatus()).isEqualTo(2))
        .hasMessage("Several runs match 'run-ab': run-abc, run-abd. Give a longer prefix.");
  }

  @Test
  void shouldSayWhatToGiveIfNoRunMatches() {
    assertThatThrownBy(() -> RunIdResolver.resolve(client, "nope"))
        .isInstanceOfSatisfying(
            CliException.class, failure -> assertThat(failure.exitStatus()).isEqualTo(2))
        .hasMessage("No run matches 'nope'. Give an id, a unique prefix, or `latest`.");
  }
}
