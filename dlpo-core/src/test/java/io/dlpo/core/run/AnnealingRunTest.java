package io.dlpo.core.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.dlpo.contracts.evaluation.Purpose;
import io.dlpo.contracts.event.PromptProposed;
import io.dlpo.core.step.StepRecord;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** What the annealing starts from, how it cools, and on how many examples it compares. */
class AnnealingRunTest {

  @Test
  void shouldAcceptTheFirstCandidateWithoutScoringTheInitialPromptWhenItStartsFromZero() {
    // When
    Player player = play(CoolingPer.ACCEPTED, AnnealingStart.ZERO, 0);

    // Then
    StepRecord first =
        player.steps.stream().filter(step -> step.candidateId() != null).findFirst().orElseThrow();
    assertThat(first.accepted()).isTrue();
    assertThat(first.previousCorrect()).isZero();
    assertThat(player.published(PromptProposed.class))
        .noneMatch(
            event ->
                event.evaluation().step() == 0
                    && event.evaluation().purpose() == Purpose.ACCEPTANCE);
  }

  @Test
  void shouldCoolWithEveryStepWhenItIsToldTo() {
    // When
    Player player = play(CoolingPer.STEP, AnnealingStart.INITIAL, 0);

    // Then
    assertThat(player.steps).anyMatch(step -> !step.accepted());
    for (StepRecord step : player.steps) {
      if (step.temperature() != null) {
        assertThat(step.temperature()).isEqualTo(0.05 / Math.pow(2, step.step() - 1));
      }
    }
  }

  @Test
  void shouldCoolWithAcceptedStepsOnlyOtherwise() {
    // When
    Player player = play(CoolingPer.ACCEPTED, AnnealingStart.INITIAL, 0);

    // Then
    int accepted = 0;
    for (StepRecord step : player.steps) {
      if (step.temperature() != null) {
        assertThat(step.temperature()).isEqualTo(0.05 / Math.pow(2, accepted));
      }
      accepted += step.accepted() ? 1 : 0;
    }
  }

  @Test
  void shouldCompareOnTheFirstExamplesOfTheSplitOnly() {
    // When
    Player player = play(CoolingPer.ACCEPTED, AnnealingStart.INITIAL, 15);

    // Then
    assertThat(player.published(PromptProposed.class))
        .filteredOn(event -> event.evaluation().purpose() == Purpose.ACCEPTANCE)
        .isNotEmpty()
        .allSatisfy(
            event ->
                assertThat(event.examples()).isEqualTo(Runs.splits().validation().subList(0, 15)));
    assertThat(player.view().best().validation())
        .satisfies(
            aggregate -> assertThat(Objects.requireNonNull(aggregate).total()).isEqualTo(15));
  }

  private static Player play(CoolingPer per, AnnealingStart start, int examples) {
    AnnealingSettings settings =
        new AnnealingSettings(
            0.05, 2, 0.3, per, start, AcceptanceSplit.VALIDATION, examples, false, 1, 0, 0, 1);
    return new Player(Runs.run(8, settings, 4), new ScriptedServices()).play();
  }
}
