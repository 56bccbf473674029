package io.dlpo.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.dlpo.cli.run.OptimizerClient;
import io.dlpo.cli.run.StubOptimizer;
import io.dlpo.cli.terminal.RecordedConsole;
import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ExperimentExitStatusTest {

  private final RecordedConsole err = RecordedConsole.file();
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
    assertThat(err.text()).isEmpty();
  }

  @Test
  void shouldNameEachRunWithoutAResult() throws Exception {
    // Given
    stub.on("GET /api/runs/r-a", 200, "{\"reason\":\"cancelled by a user\"}");

    // Then
    assertThat(outcome("FINISHED", "CANCELLED", "SKIPPED")).isEqualTo(1);
    assertThat(err.text())
        .contains("run r-a is cancelled: cancelled by a user")
        .contains("run r-b is skipped: it did not start");
  }

  @Test
  void shouldSayWhyAnExperimentIsPausedAndHowToResumeIt() throws Exception {
    // Given
    stub.on("GET /api/runs/r-a", 200, "{\"reason\":\"401: Incorrect API key\"}");

    // Then
    assertThat(outcome("PAUSED", "PAUSED", "WAITING")).isEqualTo(1);
    assertThat(err.text())
        .contains(
            "run r-a is paused: 401: Incorrect API key", "run the same command again to resume it")
        .doesNotContain("r-b");
  }

  private int outcome(String status, String a, String b) throws IOException {
    String experiment =
        """
        {"experimentId":"e","status":"%s","cells":[
          {"runId":"r-a","status":"%s"},{"runId":"r-b","status":"%s"}]}
        """
            .formatted(status, a, b);
    return new ExperimentExitStatus(new OptimizerClient(stub.base()), err.console())
        .of(new ObjectMapper().readTree(experiment));
  }
}
