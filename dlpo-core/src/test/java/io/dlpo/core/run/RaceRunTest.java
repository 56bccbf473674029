package io.dlpo.core.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.dlpo.contracts.evaluation.CallPurpose;
import io.dlpo.contracts.evaluation.CritiqueMode;
import io.dlpo.contracts.evaluation.Evaluation;
import io.dlpo.contracts.evaluation.Example;
import io.dlpo.contracts.evaluation.Purpose;
import io.dlpo.contracts.event.Decision;
import io.dlpo.contracts.event.Event;
import io.dlpo.contracts.event.PromptAccepted;
import io.dlpo.contracts.event.PromptProposed;
import io.dlpo.contracts.event.PromptRejected;
import io.dlpo.contracts.event.RunOutcome;
import io.dlpo.core.budget.Budget;
import io.dlpo.core.step.StepRecord;
import io.dlpo.core.update.UpdateForm;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Several candidates of one gradient that compete on growing samples of the acceptance set. */
class RaceRunTest {

  private static final int STEPS = 8;

  @Test
  void shouldDrawBatchesFromKnownMistakesWhichCostNothing() {
    // Given
    Player player = new Player(Runs.racing(STEPS, 3, 12, 3, 1), new ScriptedServices());
    Set<String> answered = new HashSet<>();

    // When
    player.play();

    // Then
    for (PromptProposed proposed : player.published(PromptProposed.class)) {
      for (Example example : proposed.examples()) {
        boolean fresh = answered.add(proposed.evaluation().promptId() + " " + example.id());
        if (proposed.evaluation().purpose() == Purpose.BATCH) {
          assertThat(fresh).as(example.id()).isFalse();
          assertThat(player.world.answers(proposed.evaluation().prompt(), example)).isFalse();
        }
      }
    }
    assertThat(player.published(PromptProposed.class))
        .anyMatch(proposed -> proposed.evaluation().purpose() == Purpose.BATCH);
  }

  @Test
  void shouldMakeOneBackwardCallAStep() {
    // When
    Player player = new Player(Runs.racing(STEPS, 3, 12, 3, 1), new ScriptedServices()).play();

    // Then
    assertThat(player.view().usageByPurpose().get(CallPurpose.CRITIQUE).calls()).isZero();
    assertThat(player.view().usageByPurpose().get(CallPurpose.REDUCTION).calls()).isZero();
    assertThat(player.view().usageByPurpose().get(CallPurpose.UPDATE).calls())
        .isBetween(STEPS, 2 * STEPS);
  }

  @Test
  void shouldRaceOnGrowingSamplesThatBeginWithTheMistakesOfTheParent() {
    for (long seed : LongStream.rangeClosed(1, 10).toArray()) {
      // When
      Player player = new Player(Runs.racing(STEPS, 3, 12, 3, seed), new ScriptedServices()).play();

      // Then
      for (StepRecord step : player.steps) {
        List<List<String>> samples = samples(player, step);
        for (int round = 1; round < samples.size(); round++) {
          assertThat(samples.get(round)).containsAll(samples.get(round - 1));
          assertThat(samples.get(round).size()).isGreaterThan(samples.get(round - 1).size());
        }
        if (!samples.isEmpty()) {
          assertThat(samples.getFirst())
              .hasSizeLessThanOrEqualTo(3)
              .anyMatch(id -> !player.world.answers(parent(player, step), example(id)));
        }
      }
    }
  }

  @Test
  void shouldRejectWhoIsNoBetterOnTheFirstSampleWithoutScoringItFurther() {
    // Given
    int screenedOut = 0;

    for (long seed : LongStream.rangeClosed(1, 20).toArray()) {
      // When
      Player player = new Player(Runs.racing(STEPS, 2, 12, 3, seed), new ScriptedServices()).play();

      // Then
      for (StepRecord step : player.steps) {
        if (step.reason().contains("of a sample right")) {
          screenedOut++;
          assertThat(step.accepted()).isFalse();
          assertThat(step.draw()).isNull();
          assertThat(step.reason()).endsWith("so not scored further");
          assertThat(purposes(player, step)).doesNotContain(Purpose.ACCEPTANCE);
        }
      }
    }
    assertThat(screenedOut).isGreaterThan(10);
  }

  @Test
  void shouldPublishTheOtherCandidatesAndNeverScoreThemAgain() {
    // Given
    int alternatives = 0;

    for (long seed : LongStream.rangeClosed(1, 10).toArray()) {
      // When
      Player player = new Player(Runs.racing(STEPS, 3, 12, 3, seed), new ScriptedServices()).play();

      // Then
      Set<String> tried = new HashSet<>();
      for (Event event : player.decisions()) {
        Decision decision = decision(event);
        if (decision.promptId() != null) {
          assertThat(tried.add(decision.promptId().value())).isTrue();
        }
        if (decision.alternatives() != null) {
          alternatives += decision.alternatives().size();
          decision
              .alternatives()
              .forEach(other -> assertThat(tried.add(other.promptId().value())).isTrue());
        }
      }
      assertThat(player.view().prompts()).hasSize(tried.size() + 1);
    }
    assertThat(alternatives).isGreaterThan(20);
  }

  @Test
  void shouldDoubleTheAcceptanceSetOnceThePromptHasFewMistakesInIt() {
    // Given: one example in three is answered incorrectly whatever the prompt says
    ScriptedServices world =
        ScriptedServices.of(
            (prompt, example) ->
                prompt.contains("Help") && Math.floorMod(example.id().hashCode(), 8) != 0,
            request -> "{\"edits\":[{\"op\":\"add\",\"after\":1,\"text\":\"Help.\"}]}");

    // When
    Player player = new Player(Runs.racing(4, 1, 6, 3, 1), world).play();

    // Then
    assertThat(
            player.published(PromptProposed.class).stream()
                .filter(event -> event.evaluation().purpose() == Purpose.ACCEPTANCE)
                .filter(event -> event.evaluation().prompt().contains("Help"))
                .map(event -> event.evaluation().size()))
        .containsSubsequence(6, 12);
    assertThat(player.finished().outcome()).isEqualTo(RunOutcome.FINISHED);
  }

  @ParameterizedTest
  @ValueSource(ints = {20, 35, 50, 80, 120, 200})
  void shouldNeverChargeMoreThanTheBudget(int calls) {
    for (long seed : LongStream.rangeClosed(1, 5).toArray()) {
      // Given
      RunContext context =
          Runs.within(new Budget(calls, null, false), Runs.racing(50, 3, 12, 3, seed));

      // When
      Player player = new Player(context, new ScriptedServices()).play();

      // Then
      assertThat(player.view().charges().calls()).isLessThanOrEqualTo(calls);
      assertThat(player.world.paid() - testCalls(player)).isLessThanOrEqualTo(calls);
    }
  }

  @Test
  void shouldTakeTheSameWayAfterAPauseAnywhere() {
    // Given
    RunContext context = Runs.racing(4, 3, 8, 3, 2);

    // When
    Set<Class<?>> pausedIn = Player.resumedEverywhere(context);

    // Then
    assertThat(pausedIn).contains(CandidateScreening.class, PromptScoring.class);
  }

  @Test
  void shouldTakeTheSameWayWhateverArrivesFirst() {
    for (CritiqueMode mode : CritiqueMode.values()) {
      RunContext context = Runs.racing(5, new UpdateForm(mode, 3, 2), 8, 3, 2, 3);
      String inOrder = new Player(context, new ScriptedServices()).play().finished().trajectory();

      for (int salt = 1; salt <= 5; salt++) {
        // Given
        Player player = Player.disordered(context, salt);

        // When / Then
        assertThat(player.play().finished().trajectory()).isEqualTo(inOrder);
      }
    }
  }

  @Test
  void shouldPauseWhenOneOfSeveralCandidatesFailsAndAskOnlyForTheMissingScoresAgain() {
    // Given: the second of three screening evaluations fails
    RunContext context = Runs.racing(3, 3, 8, 3, 2);
    String smooth = new Player(context, new ScriptedServices()).play().finished().trajectory();
    Player player = new Player(context, new ScriptedServices());
    while (!(player.state instanceof CandidateScreening screening)
        || screening.trials().size() < 2) {
      player.step();
    }
    player.step();
    player.repeat();
    player.failNextScore = true;

    // When
    while (player.step()) {
      if (player.view().status() == RunStatus.PAUSED) {
        player.resume();
      }
    }

    // Then
    assertThat(player.finished().trajectory()).isEqualTo(smooth);
  }

  @Test
  void shouldEndAlsoIfAllMistakesOfTheParentFailForItsCandidates() {
    // Given: what the initial prompt answers incorrectly is refused with any other prompt
    RunContext context = Runs.tolerating(1, Runs.racing(3, 3, 30, 30, 2));
    ScriptedServices world =
        new ScriptedServices() {
          @Override
          boolean refuses(Evaluation evaluation, Example example) {
            String initial = context.settings().prompt();
            return !evaluation.prompt().equals(initial) && !answers(initial, example);
          }
        };

    // When
    Player player = new Player(context, world).play();

    // Then
    assertThat(player.finished().outcome()).isEqualTo(RunOutcome.FINISHED);
    assertThat(player.view().failedRows()).isNotEmpty();
  }

  private static List<List<String>> samples(Player player, StepRecord step) {
    return player.published(PromptProposed.class).stream()
        .filter(event -> event.evaluation().step() == step.step())
        .filter(event -> event.evaluation().purpose() == Purpose.SCREENING)
        .map(event -> event.examples().stream().map(Example::id).toList())
        .distinct()
        .toList();
  }

  private static List<Purpose> purposes(Player player, StepRecord step) {
    return player.published(PromptProposed.class).stream()
        .filter(event -> Objects.equals(event.evaluation().promptId(), step.candidateId()))
        .map(event -> event.evaluation().purpose())
        .toList();
  }

  private static String parent(Player player, StepRecord step) {
    return player.view().prompts().stream()
        .filter(version -> version.promptId().equals(step.promptId()))
        .findFirst()
        .orElseThrow()
        .text();
  }

  private static Example example(String id) {
    return Runs.splits().train().stream()
        .filter(example -> example.id().equals(id))
        .findFirst()
        .orElseThrow();
  }

  private static Decision decision(Event event) {
    return switch (event) {
      case PromptAccepted accepted -> accepted.decision();
      case PromptRejected rejected -> rejected.decision();
      default -> throw new IllegalArgumentException("no decision: " + event);
    };
  }

  private static int testCalls(Player player) {
    return player.view().usageByPurpose().get(CallPurpose.TEST).calls();
  }
}
