package io.dlpo.core.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.dlpo.contracts.evaluation.Example;
import io.dlpo.contracts.evaluation.Purpose;
import io.dlpo.contracts.event.PromptProposed;
import io.dlpo.contracts.event.RunFinished;
import io.dlpo.core.step.StepRecord;
import java.util.List;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Candidates that must first be better on the batch that they were made from. */
class ScreeningRunTest {

  @Test
  void shouldAskTheCandidateTheBatchAndNothingElseWhenItIsNoBetterThere() {
    // Given
    int screenedOut = 0;

    for (long seed : LongStream.rangeClosed(1, 20).toArray()) {
      // When
      Player player = play(seed);

      // Then
      for (StepRecord step : player.steps) {
        List<PromptProposed> asked = asked(player, step);
        if (step.reason().contains("of its batch right")) {
          screenedOut++;
          assertThat(step.accepted()).isFalse();
          assertThat(step.correct()).isLessThanOrEqualTo(step.previousCorrect());
          assertThat(step.evaluated()).isEqualTo(3);
          assertThat(step.draw()).isNull();
          assertThat(asked)
              .singleElement()
              .satisfies(
                  event -> {
                    assertThat(event.evaluation().purpose()).isEqualTo(Purpose.SCREENING);
                    assertThat(event.examples())
                        .extracting(Example::id)
                        .containsExactlyElementsOf(step.batch());
                  });
        } else if (step.candidateId() != null) {
          assertThat(asked)
              .extracting(event -> event.evaluation().purpose())
              .containsExactly(Purpose.SCREENING, Purpose.ACCEPTANCE);
        }
      }
    }
    assertThat(screenedOut).isGreaterThan(20);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, Integer.MAX_VALUE})
  void shouldCompareWithWhatTheParentHasRightHoweverManyMistakesAreTold(int told) {
    // Given
    ScriptedServices world = new ScriptedServices();
    world.maxMistakes = told;

    // When
    Player player = new Player(context(3), world).play();

    // Then
    assertThat(player.steps).anyMatch(step -> step.reason().contains("of its batch right"));
    for (StepRecord step : player.steps) {
      if (step.reason().contains("of its batch right")) {
        long right =
            Runs.splits().train().stream()
                .filter(example -> step.batch().contains(example.id()))
                .filter(example -> player.world.answers(text(player, step), example))
                .count();
        assertThat(step.previousCorrect()).isEqualTo((int) right);
      }
    }
  }

  @Test
  void shouldPayForFewerCallsThanWithoutScreening() {
    // Given
    long screened = 0;
    long whole = 0;

    // When
    for (long seed : LongStream.rangeClosed(1, 20).toArray()) {
      screened += play(seed).world.paid();
      whole +=
          new Player(Runs.run(8, AnnealingSettings.DEFAULT, seed), new ScriptedServices())
              .play()
              .world
              .paid();
    }

    // Then
    assertThat(screened).isLessThan(whole);
  }

  @Test
  void shouldTakeTheSameWayAfterAPauseAnywhere() {
    // When
    Set<Class<?>> pausedIn = Player.resumedEverywhere(context(2));

    // Then
    assertThat(pausedIn).contains(CandidateScreening.class);
  }

  @Test
  void shouldTakeTheSameWayWhenTheGradientOvertakesTheScore() {
    // Given
    RunFinished inOrder = play(2).finished();
    Player player = new Player(context(2), new ScriptedServices());
    player.order = events -> events.size() - 1;

    // When
    RunFinished overtaken = player.play().finished();

    // Then
    assertThat(overtaken.trajectory()).isEqualTo(inOrder.trajectory());
  }

  private static String text(Player player, StepRecord step) {
    return player.view().prompts().stream()
        .filter(version -> version.promptId().equals(step.promptId()))
        .findFirst()
        .orElseThrow()
        .text();
  }

  private static List<PromptProposed> asked(Player player, StepRecord step) {
    return player.published(PromptProposed.class).stream()
        .filter(event -> event.evaluation().step() == step.step())
        .filter(event -> event.evaluation().purpose() != Purpose.TEST)
        .filter(event -> event.evaluation().promptId().equals(step.candidateId()))
        .toList();
  }

  private static Player play(long seed) {
    return new Player(context(seed), new ScriptedServices()).play();
  }

  private static RunContext context(long seed) {
    return Runs.run(8, Runs.annealing(AcceptanceSplit.VALIDATION, true, 1), seed);
  }
}
