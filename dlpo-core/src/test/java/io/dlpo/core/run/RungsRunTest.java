package io.dlpo.core.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.dlpo.contracts.evaluation.CallPurpose;
import io.dlpo.contracts.evaluation.Purpose;
import io.dlpo.contracts.event.PromptProposed;
import io.dlpo.contracts.id.PromptId;
import io.dlpo.core.step.StepRecord;
import java.util.List;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Scoring in rungs against scoring of the whole acceptance set. */
class RungsRunTest {

  private static final int SEEDS = 50;

  /** What a step decided, whatever it scored to decide it. */
  record Decided(
      PromptId before, @Nullable PromptId candidate, boolean accepted, @Nullable Double draw) {

    static Decided of(StepRecord step) {
      return new Decided(step.promptId(), step.candidateId(), step.accepted(), step.draw());
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 3, 4, 10})
  void shouldDecideAsIfAllWasScoredAndPayLess(int rungs) {
    // Given
    int saved = 0;

    for (long seed : LongStream.rangeClosed(1, SEEDS).toArray()) {
      // When
      Player full = play(seed, 1);
      Player inRungs = play(seed, rungs);

      // Then
      assertThat(inRungs.steps)
          .extracting(Decided::of)
          .isEqualTo(full.steps.stream().map(Decided::of).toList());
      assertThat(inRungs.finished().bestPrompt()).isEqualTo(full.finished().bestPrompt());
      assertThat(inRungs.finished().best()).isEqualTo(full.finished().best());
      saved += paid(full) - paid(inRungs);
    }
    assertThat(saved).isPositive();
  }

  @Test
  void shouldScoreEachExampleOfTheAcceptanceSetAtMostOnce() {
    // When
    Player player = play(3, 4);

    // Then
    List<PromptProposed> proposals =
        player.published(PromptProposed.class).stream()
            .filter(event -> event.evaluation().purpose() == Purpose.ACCEPTANCE)
            .toList();
    for (StepRecord step : player.steps) {
      List<String> scored =
          proposals.stream()
              .filter(event -> event.evaluation().step() == step.step())
              .flatMap(event -> event.examples().stream())
              .map(example -> example.id())
              .toList();
      assertThat(scored).doesNotHaveDuplicates().hasSize(step.evaluated());
    }
  }

  @Test
  void shouldGoOnWithTheSameRungAfterAFailure() {
    // Given
    Player smooth = play(5, 4);
    Player player = new Player(context(5, 4), new ScriptedServices());

    // When every fourth score fails
    int deliveries = 0;
    while (true) {
      player.failNextScore = ++deliveries % 4 == 0;
      if (!player.step()) {
        if (!(player.state instanceof Paused)) {
          break;
        }
        player.failNextScore = false;
        player.resume();
      }
    }

    // Then
    assertThat(player.finished().trajectory()).isEqualTo(smooth.finished().trajectory());
  }

  private static int paid(Player player) {
    return Math.toIntExact(player.view().usageByPurpose().get(CallPurpose.ACCEPTANCE).paid());
  }

  private static Player play(long seed, int rungs) {
    return new Player(context(seed, rungs), new ScriptedServices()).play();
  }

  private static RunContext context(long seed, int rungs) {
    // An update that repeats a rejected candidate would be shown the score on the rungs so far.
    return Runs.retrying(
        Runs.run(10, Runs.annealing(AcceptanceSplit.VALIDATION, false, rungs), seed));
  }
}
