package io.dlpo.studies.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dlpo.core.refusal.Problem;
import io.dlpo.core.refusal.RefusedException;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class ResolutionTest {

  private static final List<PlannedRun> RUNS =
      List.of(run("plain", 1), run("plain", 2), run("bold", 1), run("bold", 2));

  @Test
  void shouldKeepEachRunWithItsDefaults() {
    // When
    List<PlannedRun> resolved = Resolution.of(RUNS, spec -> spec.put("steps", 10));

    // Then
    assertThat(resolved).extracting(PlannedRun::cell).isEqualTo(cells());
    assertThat(resolved).allMatch(run -> run.spec().path("steps").asInt() == 10);
  }

  @Test
  void shouldTellEachProblemOnceAndWhichRunsHaveIt() {
    // Given
    Problem everywhere = Problem.of("metric", null, "an object");
    Problem bold = Problem.of("optimizer.steps", "0", "1 to 1000");
    Problem once = Problem.of("dataset.id", "x", "an id");
    UnaryOperator<ObjectNode> reader =
        spec -> {
          boolean isBold = spec.path("variant").asText().equals("bold");
          boolean isLast = isBold && spec.path("seed").asInt() == 2;
          throw new RefusedException(
              isLast
                  ? List.of(everywhere, bold, once)
                  : isBold ? List.of(everywhere, bold) : List.of(everywhere));
        };

    // When
    RefusedException refused =
        catchThrowableOfType(RefusedException.class, () -> Resolution.of(RUNS, reader));

    // Then
    assertThat(refused.problems())
        .extracting(Problem::message)
        .containsExactly(
            "metric is missing; must be an object (in every run)",
            "optimizer.steps is '0'; must be 1 to 1000 (in the run data.bold.1 and 1 more)",
            "dataset.id is 'x'; must be an id (in the run data.bold.2)");
    assertThat(refused.problems().getFirst().key()).isEqualTo("metric");
  }

  private static List<Cell> cells() {
    return RUNS.stream().map(PlannedRun::cell).toList();
  }

  private static PlannedRun run(String variant, int seed) {
    return new PlannedRun(
        new Cell("data", variant, seed, null),
        Trees.yaml("{variant: %s, seed: %d}".formatted(variant, seed)));
  }
}
