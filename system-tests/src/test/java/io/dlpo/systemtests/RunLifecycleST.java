package io.dlpo.systemtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.dlpo.systemtests.stack.Dlpo;
import io.dlpo.systemtests.stack.RunReport;
import io.dlpo.systemtests.stack.SharedStack;
import io.dlpo.systemtests.stack.SpecFile;
import io.dlpo.systemtests.stack.Stack;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A run improves held-out accuracy. Running the same spec again yields the same run without paid
 * calls.
 */
@ExtendWith(SharedStack.class)
class RunLifecycleST {

  private static final Path BBH = Dlpo.inCheckout("../shared/datasets/bbh/object_counting.json");

  private static final Duration TIMEOUT = Duration.ofMinutes(1);

  private final Stack stack;

  RunLifecycleST(Stack stack) {
    this.stack = stack;
  }

  @Test
  void shouldImproveHeldOutAccuracyAndCostNothingWhenRunAgain() {
    // Given
    Path spec =
        Files.exists(BBH)
            ? SpecFile.write(stack.dlpo(), "bbh", authorsSplit())
            : SpecFile.small(stack.dlpo(), "lifecycle", 10, 42);

    // When
    RunReport first = stack.run(spec);
    RunReport second = stack.run(spec);

    // Then
    assertThat(first.status()).isEqualTo("FINISHED");
    assertThat(first.bestCorrect()).isGreaterThan(first.baselineCorrect());
    assertThat(first.paid()).isPositive();
    assertThat(first.json().path("simulated").asBoolean()).isTrue();
    assertThat(second.runId()).isNotEqualTo(first.runId());
    assertThat(second.trajectory()).isEqualTo(first.trajectory()).matches("[0-9a-f]{64}");
    assertThat(second.bestPrompt()).isEqualTo(first.bestPrompt());
    assertThat(second.paid()).isZero();
    assertThat(second.calls()).isEqualTo(first.calls());
  }

  @Test
  void shouldPrintTheBestPromptAndNothingElse() {
    // Given
    RunReport report = stack.run(SpecFile.small(stack.dlpo(), "prompt", 3, 5));

    // When
    String printed = stack.dlpo().run("prompt", report.runId()).expect(0).out();

    // Then
    assertThat(printed).isEqualTo(report.bestPrompt() + "\n");
  }

  @Test
  void shouldTakeAnotherPathWithAnotherSeed() {
    // When
    RunReport one = stack.run(SpecFile.small(stack.dlpo(), "seed-one", 3, 1));
    RunReport other = stack.run(SpecFile.small(stack.dlpo(), "seed-other", 3, 2));

    // Then
    assertThat(other.trajectory()).isNotEqualTo(one.trajectory());
  }

  @Test
  void shouldForgetARunThatIsDeletedButForItsId() {
    // Given
    Path spec = SpecFile.small(stack.dlpo(), "deleted", 2, 6);
    RunReport first = stack.run(spec, "--run-id", "to-be-deleted");

    // When
    stack.dlpo().run("delete", "to-be-deleted").expect(0);

    // Then
    await()
        .atMost(TIMEOUT)
        .untilAsserted(
            () ->
                assertThat(stack.dlpo().run("show", "to-be-deleted").expect(2).err())
                    .contains("to-be-deleted"));
    assertThat(stack.dlpo().run("list").expect(0).out()).doesNotContain("to-be-deleted");
    assertThat(
            stack.dlpo().run("run", spec.toString(), "--run-id", "to-be-deleted").expect(1).err())
        .contains("was deleted, and its id is not used again");
    RunReport again = stack.run(spec);
    assertThat(again.trajectory()).isEqualTo(first.trajectory());
    assertThat(again.paid()).as("what other runs may use has stayed").isZero();
  }

  private static String authorsSplit() {
    return """
        name: object-counting-bbh
        prompt: You will answer a reasoning question.
        dataset: {file: %s, format: bbh, split: {train: 50, validation: 50, test: 150, seed: 1001}}
        metric: {type: number}
        optimizer: {batchSize: 5, steps: 10}
        seed: 42
        """
        .formatted(BBH);
  }
}
