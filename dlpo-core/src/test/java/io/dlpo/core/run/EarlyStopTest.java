package io.dlpo.core.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dlpo.contracts.evaluation.Purpose;
import io.dlpo.contracts.event.PromptProposed;
import io.dlpo.contracts.event.RunFinished;
import io.dlpo.contracts.event.RunOutcome;
import io.dlpo.contracts.event.StopCause;
import io.dlpo.core.budget.Budget;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Runs that stop before their last step. */
class EarlyStopTest {

  private static final String ADD = "{\"edits\":[{\"op\":\"add\",\"after\":1,\"text\":\"%s\"}]}";

  @Test
  void shouldStopBeforeTheFirstStepWhenTheInitialPromptAnswersAllOfTrain() {
    // Given
    RunContext context = Runs.stopping(StopSettings.DEFAULT, Runs.annealedOnTrain());

    // When
    Player player = play(context, perfect());

    // Then
    assertStopped(player, StopCause.ALL_RIGHT, 0, "no mistake to learn from");
    assertThat(proposed(player, Purpose.BATCH)).isZero();
    assertThat(player.finished().baseline()).isNotNull();
  }

  @Test
  void shouldStopOnceBatchesHaveShownAllOfTrainRight() {
    // Given: 30 training examples in batches of 3, compared on the validation split
    RunContext context =
        Runs.stopping(StopSettings.DEFAULT, Runs.run(100, AnnealingSettings.DEFAULT, 1));

    // When
    Player player = play(context, perfect());

    // Then
    RunFinished end = player.finished();
    assertThat(end.stoppedBy()).isEqualTo(StopCause.ALL_RIGHT);
    assertThat(end.steps()).isPositive().isLessThan(100);
    assertThat(
            player.published(PromptProposed.class).stream()
                .filter(event -> event.evaluation().purpose() == Purpose.BATCH)
                .flatMap(event -> event.examples().stream())
                .distinct())
        .containsExactlyInAnyOrderElementsOf(context.splits().train());
  }

  @Test
  void shouldMakeAllStepsWhenItNeverStops() {
    // When
    Player player = play(Runs.annealedOnTrain(), perfect());

    // Then
    assertThat(player.finished().steps()).isEqualTo(8);
    assertThat(player.finished().stoppedBy()).isNull();
    assertThat(player.finished().reason()).isNull();
  }

  @Test
  void shouldGoOnWhileOneTrainingExampleIsWrong() {
    // Given
    ScriptedServices nearly =
        ScriptedServices.of(
            (prompt, example) -> !example.id().equals("train-7"), user -> ADD.formatted("Think."));

    // When
    Player player = play(Runs.stopping(StopSettings.DEFAULT, Runs.annealed()), nearly);

    // Then
    assertThat(player.finished().stoppedBy()).isNull();
    assertThat(player.finished().steps()).isEqualTo(8);
  }

  @Test
  void shouldStopWithoutAnnealingWhenTrainAndValidationAreRight() {
    // Given
    RunContext context = Runs.stopping(StopSettings.DEFAULT, Runs.run(100, null, 3));

    // When
    Player player = play(context, perfect());

    // Then
    assertThat(player.finished().stoppedBy()).isEqualTo(StopCause.ALL_RIGHT);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 5})
  void shouldStopAfterStepsWithoutAnAcceptedCandidate(int patience) {
    // Given: every candidate harms
    ScriptedServices harmful = growing("Harm");

    // When
    Player player = play(stopping(patience, null), harmful);

    // Then
    assertStopped(
        player,
        StopCause.PATIENCE,
        patience,
        "no candidate was accepted in the last " + (patience == 1 ? "step" : patience + " steps"));
    assertThat(player.finished().rejected()).isEqualTo(patience);
  }

  @Test
  void shouldCountPatienceFromTheLastAcceptedStep() {
    // Given: the first candidate helps, every later one harms
    ScriptedServices fading =
        new ScriptedServices() {
          @Override
          public String update(String user) {
            return ADD.formatted(
                (user.contains("Help") ? "Harm " : "Help ")
                    + Math.floorMod(user.hashCode(), 10_000)
                    + ".");
          }
        };

    // When
    Player player = play(stopping(3, null), fading);

    // Then
    assertStopped(player, StopCause.PATIENCE, 4, "in the last 3 steps");
    assertThat(player.finished().accepted()).isEqualTo(1);
  }

  @Test
  void shouldStopAtTheTargetScore() {
    // Given: each accepted candidate is .15 better, from .40
    ScriptedServices helpful = growing("Help");

    // When
    Player player = play(stopping(null, 0.6), helpful);

    // Then
    RunFinished end = player.finished();
    assertThat(end.stoppedBy()).isEqualTo(StopCause.TARGET);
    assertThat(end.reason()).startsWith("the target 0.6 is reached: ").endsWith(" of 40 right");
    assertThat(player.view().best().validation())
        .satisfies(score -> assertThat(score.score()).isGreaterThanOrEqualTo(0.6));
    assertThat(end.steps()).isBetween(1, 7);
    assertThat(end.best()).isNotNull();
  }

  @Test
  void shouldNameTheBudgetWhenBothEndTheRun() {
    // Given
    RunContext context =
        Runs.stopping(
            new StopSettings(false, 1, null),
            Runs.within(new Budget(40 + 4, null, null, false), Runs.annealed()));

    // When
    Player player = play(context, growing("Harm"));

    // Then
    assertThat(player.finished().outcome()).isEqualTo(RunOutcome.BUDGET_SPENT);
    assertThat(player.finished().stoppedBy()).isNull();
  }

  @Test
  void shouldStopInTheSamePlaceWhereverItIsPaused() {
    // Given
    RunContext context = stopping(1, null);
    RunFinished undisturbed = play(context, new ScriptedServices()).finished();
    assertThat(undisturbed.stoppedBy()).isEqualTo(StopCause.PATIENCE);

    // Then
    for (Player player : Player.everywhere(context)) {
      player.pause();
      player.resume();
      player.play();
      assertThat(player.finished().trajectory()).isEqualTo(undisturbed.trajectory());
      assertThat(player.finished().stoppedBy()).isEqualTo(StopCause.PATIENCE);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0, -1, 1_001})
  void shouldRefuseAPatienceThatNoRunCanHave(int patience) {
    assertThatThrownBy(() -> new StopSettings(true, patience, null))
        .hasMessage("stop.patience is " + patience + "; must be 1 to 1000");
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, -0.1, 1.1, Double.NaN})
  void shouldRefuseATargetThatIsNoScore(double target) {
    assertThatThrownBy(() -> new StopSettings(true, null, target))
        .hasMessage("stop.target is " + target + "; must be greater than 0 and at most 1");
  }

  private static RunContext stopping(@Nullable Integer patience, @Nullable Double target) {
    return Runs.stopping(new StopSettings(false, patience, target), Runs.annealed());
  }

  private static ScriptedServices perfect() {
    return ScriptedServices.of((prompt, example) -> true, user -> "");
  }

  /** A backward model that adds another sentence with the same word each time. */
  private static ScriptedServices growing(String word) {
    return new ScriptedServices() {
      @Override
      public String update(String user) {
        return ADD.formatted(word + " " + Math.floorMod(user.hashCode(), 10_000) + ".");
      }
    };
  }

  private static Player play(RunContext context, ScriptedServices world) {
    return new Player(context, world).play();
  }

  private static long proposed(Player player, Purpose purpose) {
    return player.published(PromptProposed.class).stream()
        .filter(event -> event.evaluation().purpose() == purpose)
        .count();
  }

  private static void assertStopped(Player player, StopCause cause, int steps, String reason) {
    RunFinished end = player.finished();
    assertThat(end.outcome()).isEqualTo(RunOutcome.FINISHED);
    assertThat(end.stoppedBy()).isEqualTo(cause);
    assertThat(end.steps()).isEqualTo(steps);
    assertThat(end.reason()).contains(reason);
    assertThat(player.view().reason()).isEqualTo(end.reason());
  }
}
