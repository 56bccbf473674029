package io.dlpo.systemtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.JsonNode;
import io.dlpo.systemtests.stack.MlflowServer;
import io.dlpo.systemtests.stack.PythonEnvironment;
import io.dlpo.systemtests.stack.RunReport;
import io.dlpo.systemtests.stack.SharedStack;
import io.dlpo.systemtests.stack.SpecFile;
import io.dlpo.systemtests.stack.Stack;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** MLflow's own client reads back what the tap wrote to a real MLflow server. */
@Tag("nightly")
@ExtendWith(SharedStack.class)
class MlflowST {

  private static final String NAME = "tracked run";
  private static final double TESTED = 30;

  private final Stack stack;

  MlflowST(Stack stack) {
    this.stack = stack;
  }

  @Test
  void shouldWriteEachRunAndEachAcceptedPromptOnceAlthoughItIsStartedAgain(@TempDir Path folder) {
    // Given
    PythonEnvironment python = PythonEnvironment.with("requirements-mlflow-tap.txt");
    RunReport first = run(6, 17);

    try (MlflowServer mlflow = MlflowServer.start(python, folder)) {
      // When
      mlflow.tap(stack.kafka());
      JsonNode before = mlflow.readBack(first.runId());
      RunReport second = run(4, 18);
      mlflow.tap(stack.kafka());

      // Then
      assertThat(before.path("prompts").valueStream().map(JsonNode::asText))
          .containsExactlyElementsOf(found(first).distinct().toList());
      JsonNode after = mlflow.readBack(first.runId());
      assertThat(after.path("run")).isEqualTo(before.path("run"));
      expectWhatTheRunDecided(after.path("run"), first);
      expectWhatTheRunDecided(mlflow.readBack(second.runId()).path("run"), second);
      assertThat(after.path("prompts").valueStream().map(JsonNode::asText))
          .doesNotHaveDuplicates()
          .containsExactlyInAnyOrderElementsOf(
              Stream.of(first, second).flatMap(this::found).distinct().toList());
    }
  }

  private RunReport run(int steps, long seed) {
    return stack.run(SpecFile.small(stack.dlpo(), NAME, steps, seed));
  }

  private void expectWhatTheRunDecided(JsonNode written, RunReport run) {
    assertThat(written.path("count").asInt()).isEqualTo(1);
    assertThat(written.path("status").asText()).isEqualTo("FINISHED");
    assertThat(written.at("/tags/dlpo.trajectory").asText()).isEqualTo(run.trajectory());
    assertThat(written.at("/params/optimizer.batchSize").asText()).isEqualTo("4");
    assertThat(written.at("/spec/name").asText()).isEqualTo(NAME);
    assertThat(written.path("promptName").asText()).isEqualTo("tracked-run");
    assertThat(written.path("bestPrompt").asText()).isEqualTo(run.bestPrompt());
    assertThat(curve(written, "accepted")).containsExactlyElementsOf(decisions(run));
    assertThat(curve(written, "accuracy")).containsAll(accuracies(run)).isNotEmpty();
    int last = run.json().path("steps").asInt();
    assertThat(curve(written, "test_best"))
        .containsExactly(tuple(last, run.bestCorrect() / TESTED));
    assertThat(curve(written, "test_initial"))
        .containsExactly(tuple(last, run.baselineCorrect() / TESTED));
    assertThat(curve(written, "calls_paid")).containsExactly(tuple(last, (double) run.paid()));
  }

  /** The points of a metric, by step. */
  private static List<Tuple> curve(JsonNode written, String metric) {
    return written
        .path("metrics")
        .path(metric)
        .valueStream()
        .map(point -> tuple(point.get(0).asInt(), point.get(1).asDouble()))
        .toList();
  }

  private List<Tuple> decisions(RunReport run) {
    return stack
        .get("/api/runs/" + run.runId() + "/steps")
        .valueStream()
        .map(
            step ->
                tuple(
                    step.path("step").asInt(),
                    step.path("decision").asText().equals("ACCEPTED") ? 1.0 : 0.0))
        .toList();
  }

  /** The share of right answers of each accepted prompt. */
  private List<Tuple> accuracies(RunReport run) {
    return stack
        .get("/api/runs/" + run.runId() + "/steps")
        .valueStream()
        .filter(step -> step.path("decision").asText().equals("ACCEPTED"))
        .map(
            step ->
                tuple(
                    step.path("step").asInt(),
                    step.path("correct").asDouble() / step.path("evaluated").asInt()))
        .toList();
  }

  /** The texts that the run accepted, and the best one. */
  private Stream<String> found(RunReport run) {
    Stream<String> accepted =
        stack
            .get("/api/runs/" + run.runId() + "/prompts")
            .valueStream()
            .filter(prompt -> prompt.path("accepted").asBoolean())
            .filter(prompt -> prompt.path("step").asInt() > 0)
            .map(prompt -> prompt.path("text").asText());
    return Stream.concat(accepted, Stream.of(run.bestPrompt()));
  }
}
