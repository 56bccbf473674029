package io.dlpo.core.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.dlpo.contracts.evaluation.CritiqueMode;
import io.dlpo.contracts.evaluation.Purpose;
import io.dlpo.contracts.event.PromptProposed;
import io.dlpo.contracts.event.RunFinished;
import io.dlpo.core.budget.Budget;
import io.dlpo.core.step.AggregateScore;
import io.dlpo.core.update.UpdateForm;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** The choice between the best accepted prompts on the whole validation split. */
class FinalChoiceTest {

  private static final UpdateForm FORM = new UpdateForm(CritiqueMode.JOINT, 3, 3);

  @Test
  void shouldReturnTheFinalistWithTheBestScoreOnTheWholeValidationSplit() {
    // Given
    int chosen = 0;

    for (long seed : LongStream.rangeClosed(1, 10).toArray()) {
      // When
      Player player = new Player(racing(3, seed), new ScriptedServices()).play();

      // Then
      List<PromptVersion> validated =
          player.view().prompts().stream().filter(prompt -> prompt.validation() != null).toList();
      if (!validated.isEmpty()) {
        chosen++;
        AggregateScore best =
            validated.stream()
                .map(PromptVersion::validation)
                .map(Objects::requireNonNull)
                .max(Comparator.comparingLong(AggregateScore::micros))
                .orElseThrow();
        assertThat(player.view().best().validation()).isEqualTo(best);
        assertThat(validated)
            .hasSizeBetween(2, 3)
            .allSatisfy(prompt -> assertThat(prompt.accepted()).isTrue())
            .allSatisfy(
                prompt ->
                    assertThat(Objects.requireNonNull(prompt.validation()).total()).isEqualTo(40));
      }
    }
    assertThat(chosen).isGreaterThan(5);
  }

  @Test
  void shouldCompareTheAcceptedPromptsWithTheBestAcceptanceScores() {
    // When
    Player player = new Player(racing(2, 3), new ScriptedServices()).play();

    // Then
    List<PromptVersion> accepted =
        player.view().prompts().stream()
            .filter(PromptVersion::accepted)
            .sorted(
                Comparator.comparingDouble(
                        (PromptVersion prompt) ->
                            Objects.requireNonNull(prompt.acceptance()).score())
                    .reversed())
            .toList();
    long worst =
        accepted.stream()
            .filter(prompt -> prompt.validation() != null)
            .mapToLong(prompt -> Objects.requireNonNull(prompt.acceptance()).micros())
            .min()
            .orElseThrow();
    assertThat(accepted)
        .filteredOn(prompt -> prompt.validation() == null)
        .allSatisfy(
            prompt ->
                assertThat(Objects.requireNonNull(prompt.acceptance()).micros())
                    .isLessThanOrEqualTo(worst));
  }

  @Test
  void shouldValidateNothingBefore() {
    // When
    Player player = new Player(racing(3, 1), new ScriptedServices()).play();

    // Then
    List<PromptProposed> proposed = player.published(PromptProposed.class);
    int last = player.steps.getLast().step();
    assertThat(proposed)
        .filteredOn(event -> event.evaluation().purpose() == Purpose.VALIDATION)
        .hasSizeBetween(2, 3)
        .allSatisfy(event -> assertThat(event.evaluation().step()).isEqualTo(last));
  }

  @Test
  void shouldMakeNoChoiceIfTheAcceptanceSetIsTheValidationSplit() {
    // Given
    OptimizerSettings optimizer =
        Runs.validating(Runs.optimizer(6, AnnealingSettings.DEFAULT), new ValidationSettings(1, 3));

    // When
    Player player =
        new Player(
                Runs.context("run-1", "Answer.", optimizer, 1, Runs.splits()),
                new ScriptedServices())
            .play();

    // Then
    assertThat(player.published(PromptProposed.class))
        .noneMatch(event -> event.evaluation().purpose() == Purpose.VALIDATION);
  }

  @Test
  void shouldKeepAReserveOfTheBudgetForTheChoice() {
    for (long seed : LongStream.rangeClosed(1, 10).toArray()) {
      // Given
      RunContext context = Runs.within(new Budget(300, null, false), racing(3, seed));

      // When
      Player player = new Player(context, new ScriptedServices()).play();

      // Then
      assertThat(player.view().charges().calls()).isLessThanOrEqualTo(300);
      long accepted =
          player.view().prompts().stream()
              .filter(PromptVersion::accepted)
              .map(PromptVersion::promptId)
              .distinct()
              .count();
      assertThat(player.view().prompts().stream().filter(prompt -> prompt.validation() != null))
          .hasSize(accepted < 2 ? 0 : (int) Math.min(3, accepted));
    }
  }

  @Test
  void shouldTakeTheSameWayAfterAPauseAnywhere() {
    // Given
    RunContext context = racing(3, 2);
    RunFinished smooth = new Player(context, new ScriptedServices()).play().finished();
    Set<Class<?>> pausedIn = new HashSet<>();

    for (Player player : Player.pausedEverywhere(context, pausedIn)) {
      // When
      player.resume();

      // Then
      RunFinished resumed = player.play().finished();
      assertThat(resumed.trajectory()).isEqualTo(smooth.trajectory());
      assertThat(resumed.bestPrompt()).isEqualTo(smooth.bestPrompt());
    }
    assertThat(pausedIn).contains(FinalChoice.class);
  }

  private static RunContext racing(int finalists, long seed) {
    return Runs.racing(6, FORM, 12, 3, finalists, seed);
  }
}
