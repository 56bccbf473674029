package io.dlpo.cli.run;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WarmUpTest {

  private static final String REQUEST = "POST /api/runs";
  private static final Duration LONG = Duration.ofSeconds(20);

  @TempDir private Path folder;

  private StubOptimizer rest;
  private Path data;

  @BeforeEach
  void start() throws IOException {
    data = Files.writeString(folder.resolve("rows.jsonl"), "{\"input\":\"a\"}\n");
    rest =
        StubOptimizer.start()
            .on("POST /api/datasets?name=warm-up&format=jsonl", 201, "{\"id\":\"d\"}");
    for (int run = 1; run <= 4; run++) {
      rest.on(REQUEST, 202, "{\"runId\":\"r%d\"}".formatted(run));
    }
  }

  @AfterEach
  void stop() {
    rest.close();
  }

  @Test
  void shouldReturnWhenEveryRunHasEnded() {
    // Given
    rest.on("GET /api/runs/r1", 404, "{}").on("GET /api/runs/r1", 200, status("FINISHED"));
    rest.on("GET /api/runs/r2", 200, status("RUNNING"))
        .on("GET /api/runs/r2", 200, status("FAILED"));
    rest.on("GET /api/runs/r3", 200, status("PAUSED"));
    rest.on("GET /api/runs/r4", 200, status("FINISHED"));

    // When
    warmUp(LONG);

    // Then
    assertThat(rest.requests().getFirst())
        .isEqualTo("POST /api/datasets?name=warm-up&format=jsonl {\"input\":\"a\"}\n");
    assertThat(count("GET /api/runs/r1")).isEqualTo(2);
    assertThat(count("GET /api/runs/r2")).isEqualTo(2);
    assertThat(count("GET /api/runs/r3")).isOne();
    assertThat(count("GET /api/runs/r4")).isOne();
    assertThat(rest.requests()).noneMatch(request -> request.endsWith("/cancel"));
  }

  @Test
  void shouldCancelRunsThatTakeTooLong() {
    // Given
    rest.on("GET /api/runs/r1", 200, status("FINISHED"))
        .on("GET /api/runs/r2", 200, status("RUNNING"))
        .on("GET /api/runs/r3", 200, status("FINISHED"))
        .on("GET /api/runs/r4", 200, status("RUNNING"))
        .on("POST /api/runs/r2/cancel", 202, "{}")
        .on("POST /api/runs/r4/cancel", 202, "{}");

    // When
    warmUp(Duration.ZERO);

    // Then
    assertThat(rest.requests().stream().filter(request -> request.endsWith("/cancel")))
        .containsExactly("POST /api/runs/r2/cancel", "POST /api/runs/r4/cancel");
  }

  @Test
  void shouldUseAUniquePromptForEachStart() throws IOException {
    // Given
    for (int run = 1; run <= 4; run++) {
      rest.on("GET /api/runs/r" + run, 200, status("FINISHED"));
    }

    // When
    warmUp(LONG);
    warmUp(LONG);

    // Then
    List<JsonNode> specs = specs();
    assertThat(specs)
        .hasSize(8)
        .allSatisfy(spec -> assertThat(spec.at("/dataset/id").asText()).isEqualTo("d"));
    assertThat(specs.stream().map(spec -> spec.path("prompt").asText()).distinct()).hasSize(2);
    assertThat(specs.stream().limit(4).map(spec -> spec.path("seed").asInt()))
        .containsExactly(1, 2, 3, 4);
  }

  private void warmUp(Duration timeout) {
    new WarmUp(new OptimizerClient(rest.base()), data, timeout).run();
  }

  private long count(String request) {
    return rest.requests().stream().filter(request::equals).count();
  }

  private List<JsonNode> specs() throws IOException {
    ObjectMapper mapper = new ObjectMapper();
    List<JsonNode> specs = new ArrayList<>();
    for (String request : rest.requests()) {
      if (request.startsWith(REQUEST + " ")) {
        specs.add(mapper.readTree(request.substring(REQUEST.length())));
      }
    }
    return specs;
  }

  private static String status(String status) {
    return "{\"status\":\"%s\"}".formatted(status);
  }
}
