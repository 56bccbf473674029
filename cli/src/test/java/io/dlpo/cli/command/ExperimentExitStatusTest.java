package io.dlpo.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.dlpo.cli.run.OptimizerClient;
import io.dlpo.cli.run.StubOptimizer;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ExperimentExitStatusTest {

  private final StringWriter text = new StringWriter();
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
  void shouldBeDoneWhenEveryRunHasFinished() throws Exception {
    assertThat(outcome("FINISHED", "FINISHED", "FINISHED")).isZero();
    assertThat(text.toString()).isEmpty();
  }

  @Test
  void shouldNameEachRunThatEndedWithoutAResult() throws Exception {
    // Given
    stub.on("GET /api/runs/r-a", 200, "{\"reason\":\"cancelled by a user\"}");

    // Then
    assertThat(outcome("FINISHED", "CANCELLED", "SKIPPED")).isEqualTo(1);
    assertThat(text.toString())
        .contains("run r-a is cancelled: cancelled by a user")
        .contains("run r-b is skipped: it never began");
  }

  @Test
  void shouldSayWhyAnExperimentIsPausedAndHowItGoesOn() throws Exception {
    // Given
    stub.on("GET /api/runs/r-a", 200, "{\"reason\":\"401: Incorrect API key\"}");

    // Then
    assertThat(outcome("PAUSED", "PAUSED", "WAITING")).isEqualTo(1);
    assertThat(text.toString())
        .contains("run r-a is paused: 401: Incorrect API key", "the same command goes on")
        .doesNotContain("r-b");
  }

  private int outcome(String status, String a, String b) throws IOException {
    String experiment =
        """
        {"experimentId":"e","status":"%s","cells":[
          {"runId":"r-a","status":"%s"},{"runId":"r-b","status":"%s"}]}
        """
            .formatted(status, a, b);
    return new ExperimentExitStatus(new OptimizerClient(stub.base()), new PrintWriter(text))
        .of(new ObjectMapper().readTree(experiment));
  }
}
