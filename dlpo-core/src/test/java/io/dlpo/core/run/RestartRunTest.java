package io.dlpo.core.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.dlpo.contracts.evaluation.Example;
import io.dlpo.contracts.evaluation.Purpose;
import io.dlpo.contracts.event.PromptProposed;
import io.dlpo.contracts.event.RunFinished;
import io.dlpo.contracts.event.StopCause;
import io.dlpo.contracts.id.PromptId;
import io.dlpo.core.budget.Budget;
import io.dlpo.core.step.StepRecord;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Runs that are stuck: they learn from more examples, and start from earlier prompts. */
class RestartRunTest {

  @Test
  void shouldStartFromAnotherAcceptedPromptOnlyWhileItIsStuck() {
    // Given
    int restarts = 0;

    for (long seed : LongStream.rangeClosed(1, 8).toArray()) {
      // When
      Player player = new Player(stuck(20, seed), new ScriptedServices()).play();

      // Then
      Set<PromptId> accepted = new HashSet<>(Set.of(initial(player)));
      PromptId last = initial(player);
      int without = 0;
      for (StepRecord step : player.steps) {
        assertThat(accepted).contains(step.promptId());
        if (without < 2) {
          assertThat(step.promptId()).as("step " + step.step()).isEqualTo(last);
        }
        restarts += step.promptId().equals(last) ? 0 : 1;
        without = step.accepted() ? 0 : without + 1;
        if (step.accepted()) {
          last = Objects.requireNonNull(step.candidateId());
          accepted.add(last);
        }
      }
    }
    assertThat(restarts).isGreaterThan(5);
  }

  @Test
  void shouldCompareAllPromptsOnTheLargestAcceptanceSetBeforeAStepStartsFromThem() {
    for (long seed : LongStream.rangeClosed(1, 8).toArray()) {
      // Given
      Player player = new Player(stuck(20, seed), new ScriptedServices());
      int largest = 0;

      // When / Then
      while (player.step()) {
        if (player.state instanceof BatchScoring batch) {
          Prompts prompts = batch.history().prompts();
          int size = Objects.requireNonNull(prompts.current().acceptance()).total();
          assertThat(size)
              .isEqualTo(prompts.largestAcceptanceSet())
              .isGreaterThanOrEqualTo(largest);
          largest = size;
        }
      }
    }
  }

  @Test
  void shouldDoubleTheAcceptanceSetAfterTwoStepsIfABatchShowsAllKnownMistakes() {
    // Given: no candidate is better than its parent, which answers every other example correctly
    int[] asked = {0};
    ScriptedServices world =
        ScriptedServices.of(
            (prompt, example) -> number(example) % 2 == 0,
            request ->
                "{\"edits\":[{\"op\":\"add\",\"after\":1,\"text\":\"Useless %d.\"}]}"
                    .formatted(asked[0]++));

    // When
    Player player = new Player(stuck(10, 1), world).play();

    // Then: of 6 examples 3 are wrong, as many as a batch has; of 12 it is 6
    assertThat(sizesOf(Purpose.ACCEPTANCE, player)).containsExactly(6, 12);
    assertThat(player.view().best().promptId()).isEqualTo(initial(player));
  }

  @Test
  void shouldLearnFromValidationExamplesOnceAllOfTrainIsRight() {
    // Given: the initial prompt answers the train split, and with help also the validation split
    ScriptedServices world =
        ScriptedServices.of(
            (prompt, example) -> example.id().startsWith("train") || prompt.contains("Help"),
            request -> "{\"edits\":[{\"op\":\"add\",\"after\":1,\"text\":\"Help.\"}]}");
    RunContext context = Runs.stopping(StopSettings.DEFAULT, stuck(8, 1));

    // When
    Player player = new Player(context, world).play();

    // Then
    Stream<String> batch =
        player.published(PromptProposed.class).stream()
            .filter(event -> event.evaluation().purpose() == Purpose.BATCH)
            .flatMap(event -> event.examples().stream())
            .map(Example::id);
    assertThat(batch).isNotEmpty().allMatch(id -> id.startsWith("valid"));
    assertThat(player.view().best().text()).contains("Help");
    assertThat(player.finished().stoppedBy()).isEqualTo(StopCause.ALL_RIGHT);
    assertThat(player.view().best().acceptance())
        .isNotNull()
        .satisfies(score -> assertThat(score.total()).isEqualTo(70));
  }

  @Test
  void shouldCountPatienceFromTheLastAcceptedCandidateWhereverAStepStartsFrom() {
    for (long seed : LongStream.rangeClosed(1, 8).toArray()) {
      // Given
      StopSettings stop = new StopSettings(false, 4, null);

      // When
      Player player =
          new Player(Runs.stopping(stop, stuck(40, seed)), new ScriptedServices()).play();

      // Then
      RunFinished end = player.finished();
      if (end.stoppedBy() == StopCause.PATIENCE) {
        assertThat(lastSteps(player, 4)).allMatch(step -> !step.accepted());
        assertThat(player.steps.get(player.steps.size() - 5)).matches(StepRecord::accepted);
      }
    }
  }

  @Test
  void shouldTakeTheSameWayAfterAPauseAnywhere() {
    // Given
    RunContext context = stuck(5, 2);

    // When
    Set<Class<?>> pausedIn = Player.resumedEverywhere(context);

    // Then
    assertThat(pausedIn).contains(CandidateScreening.class, PromptScoring.class);
  }

  @Test
  void shouldTakeTheSameWayWhateverArrivesFirst() {
    // Given
    RunContext context = stuck(12, 3);
    String inOrder = new Player(context, new ScriptedServices()).play().finished().trajectory();

    for (int salt = 1; salt <= 5; salt++) {
      // Given
      Player player = Player.disordered(context, salt);

      // When / Then
      assertThat(player.play().finished().trajectory()).isEqualTo(inOrder);
    }
  }

  @Test
  void shouldNeverChargeMoreThanTheBudget() {
    for (int calls : List.of(40, 70, 100, 150, 250)) {
      // Given
      RunContext context = Runs.within(new Budget(calls, null, false), stuck(60, calls));

      // When
      Player player = new Player(context, new ScriptedServices()).play();

      // Then
      assertThat(player.view().charges().calls()).isLessThanOrEqualTo(calls);
    }
  }

  @Test
  void shouldForgetTheAnswersOfRejectedPromptsOnly() {
    // When
    Player player = new Player(stuck(20, 4), new ScriptedServices());
    while (!(player.state instanceof BatchScoring batch) || batch.step() < 15) {
      player.step();
    }

    // Then
    RunHistory history = ((BatchScoring) player.state).history();
    Set<String> kept =
        history.prompts().accepted().stream()
            .map(version -> version.promptId().value())
            .collect(Collectors.toSet());
    assertThat(history.memory().knownRight().byPrompt().keySet())
        .isSubsetOf(kept)
        .hasSizeGreaterThan(1);
  }

  private static RunContext stuck(int steps, long seed) {
    return Runs.restarting(
        2, AcceptanceSplit.TRAIN_AND_VALIDATION, Runs.racing(steps, 3, 6, 3, seed));
  }

  private static int number(Example example) {
    return Integer.parseInt(example.id().substring(example.id().indexOf('-') + 1));
  }

  private static PromptId initial(Player player) {
    return player.view().prompts().getFirst().promptId();
  }

  private static List<Integer> sizesOf(Purpose purpose, Player player) {
    return player.published(PromptProposed.class).stream()
        .filter(event -> event.evaluation().purpose() == purpose)
        .map(event -> event.evaluation().size())
        .toList();
  }

  private static List<StepRecord> lastSteps(Player player, int count) {
    return player.steps.subList(player.steps.size() - count, player.steps.size());
  }
}
