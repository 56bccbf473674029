package io.dlpo.cli.run;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ExperimentWatcherTest {

  private static final String PATH = "GET /api/experiments/e";

  private final List<String> reported = new ArrayList<>();
  private StubOptimizer stub;

  @BeforeEach
  void start() throws IOException {
    stub = StubOptimizer.start();
    stub.on("GET /api/runs/r-b", 200, "{\"runId\":\"r-b\"}");
  }

  @AfterEach
  void stop() {
    stub.close();
  }

  @Test
  void shouldReportEachRunThatEnds() {
    // Given an optimizer that is unreachable for a moment
    stub.on(PATH, 200, experiment("RUNNING", "FINISHED", "RUNNING", "WAITING"))
        .on(PATH, 503, "{\"detail\":\"unreachable\"}")
        .on(PATH, 200, experiment("RUNNING", "FINISHED", "FINISHED", "WAITING"))
        .on(PATH, 200, experiment("FINISHED", "FINISHED", "FINISHED", "SKIPPED"));

    // When
    JsonNode end = watch();

    // Then
    assertThat(end.path("status").asText()).isEqualTo("FINISHED");
    assertThat(reported).containsExactly("2 b FINISHED r-b", "3 c SKIPPED ");
  }

  @Test
  void shouldNotMistakeAResumingExperimentForAPausedOne() {
    // Given
    stub.on(PATH, 200, experiment("PAUSED", "PAUSED", "WAITING", "WAITING"))
        .on(PATH, 200, experiment("PAUSED", "PAUSED", "WAITING", "WAITING"))
        .on(PATH, 200, experiment("RUNNING", "RUNNING", "WAITING", "WAITING"))
        .on(PATH, 200, experiment("FINISHED", "FINISHED", "FINISHED", "FINISHED"));

    // When, Then
    assertThat(watch().path("status").asText()).isEqualTo("FINISHED");
  }

  @Test
  void shouldEndWithAnExperimentThatStaysPaused() {
    // Given
    stub.on(PATH, 200, experiment("PAUSED", "PAUSED", "WAITING", "WAITING"));

    // When, Then
    assertThat(watch().path("status").asText()).isEqualTo("PAUSED");
    assertThat(reported).isEmpty();
  }

  private JsonNode watch() {
    return new ExperimentWatcher(new OptimizerClient(stub.base()), "e", Duration.ofMillis(1))
        .await(
            new ExperimentWatcher.Listener() {
              @Override
              public void ended(int number, JsonNode cell, JsonNode run, JsonNode experiment) {
                reported.add(
                    number
                        + " "
                        + cell.path("cellId").asText()
                        + " "
                        + cell.path("status").asText()
                        + " "
                        + run.path("runId").asText());
              }

              @Override
              public void progress(JsonNode experiment) {}

              @Override
              public void waiting(String reason) {}
            });
  }

  private static String experiment(String status, String a, String b, String c) {
    return """
        {"experimentId":"e","status":"%s","cells":[
          {"cellId":"a","runId":"r-a","status":"%s"},
          {"cellId":"b","runId":"r-b","status":"%s"},
          {"cellId":"c","runId":"r-c","status":"%s"}]}
        """
        .formatted(status, a, b, c);
  }
}
