package io.dlpo.cli.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dlpo.cli.CliException;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PromotionWatcherTest {

  private static final String VERSIONS = "GET /api/prompts/counting/versions";
  private static final String WITHOUT_LABEL =
      "[{\"version\":2,\"runId\":\"b\",\"labels\":[]},{\"version\":1,\"runId\":\"a\",\"labels\":[\"production\"]}]";
  private static final String MOVED =
      "[{\"version\":2,\"runId\":\"b\",\"labels\":[\"production\"]},{\"version\":1,\"runId\":\"a\",\"labels\":[]}]";

  private StubOptimizer stub;

  @BeforeEach
  void start() throws IOException {
    stub = StubOptimizer.start();
  }

  @AfterEach
  void stop() {
    stub.close();
  }

  @Test
  void shouldWaitForTheVersionOfARun() {
    // Given a name that is new
    stub.on(VERSIONS, 404, "{}").on(VERSIONS, 200, WITHOUT_LABEL);

    // When
    int version = watcher(null, 10).awaitRun("b").path("version").asInt();

    // Then
    assertThat(version).isEqualTo(2);
    assertThat(stub.requests()).hasSize(2);
  }

  @Test
  void shouldWaitForTheLabel() {
    // Given
    stub.on(VERSIONS, 200, WITHOUT_LABEL).on(VERSIONS, 200, MOVED);

    // When
    String run = watcher("production", 10).awaitVersion(2).path("runId").asText();

    // Then
    assertThat(run).isEqualTo("b");
    assertThat(stub.requests()).hasSize(2);
  }

  @Test
  void shouldGiveUpAndSayWhereToLook() {
    // Given
    stub.on(VERSIONS, 200, WITHOUT_LABEL);

    // Then
    assertThatThrownBy(() -> watcher("production", 2).awaitRun("b"))
        .isInstanceOfSatisfying(
            CliException.class, failure -> assertThat(failure.exitStatus()).isEqualTo(1))
        .hasMessageContaining("see: ./dlpo prompts counting, ./dlpo status");
  }

  private PromotionWatcher watcher(@Nullable String label, int polls) {
    return new PromotionWatcher(new OptimizerClient(stub.base()), "counting", label, polls);
  }
}
