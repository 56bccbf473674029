package io.dlpo.cli.run;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RunWatcherTest {

  @Test
  void shouldShowEachStepOnceAndEndWithTheRun() throws IOException {
    try (StubOptimizer stub = StubOptimizer.start()) {
      // Given a run that starts a moment later, with an optimizer that is unreachable for a moment
      stub.on("GET /api/runs/r", 404, "{}")
          .on("GET /api/runs/r", 200, "{\"status\":\"RUNNING\",\"accepted\":1,\"rejected\":0}")
          .on("GET /api/runs/r", 503, "{\"detail\":\"unreachable\"}")
          .on("GET /api/runs/r", 200, "{\"status\":\"FINISHED\",\"accepted\":1,\"rejected\":1}");
      stub.on("GET /api/runs/r/steps", 200, "[{\"step\":1}]")
          .on("GET /api/runs/r/steps", 200, "[{\"step\":1},{\"step\":2}]");
      List<Integer> shown = new ArrayList<>();

      // When
      JsonNode run =
          new RunWatcher(new OptimizerClient(stub.base()), "r")
              .await(
                  new RunWatcher.Listener() {
                    @Override
                    public void step(JsonNode step, JsonNode now) {
                      shown.add(step.path("step").asInt());
                    }

                    @Override
                    public void progress(JsonNode now) {}

                    @Override
                    public void waiting(String reason) {}
                  });

      // Then
      assertThat(run.path("status").asText()).isEqualTo("FINISHED");
      assertThat(shown).containsExactly(1, 2);
    }
  }
}
