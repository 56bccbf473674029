package io.dlpo.core.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.dlpo.contracts.evaluation.Purpose;
import io.dlpo.contracts.event.Event;
import io.dlpo.contracts.event.PromptProposed;
import io.dlpo.contracts.event.RunOutcome;
import io.dlpo.contracts.id.PromptId;
import io.dlpo.core.budget.Budget;
import io.dlpo.core.step.StepRecord;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Several chains of one run that make their steps at the same time. */
class ChainsRunTest {

  @ParameterizedTest
  @ValueSource(ints = {2, 3, 8})
  void shouldGiveEachStepANumberOfItsOwnAndEachEvaluationAnIdOfItsOwn(int chains) {
    // When
    Player player = new Player(chained(chains, 24, 1), new ScriptedServices()).play();

    // Then
    assertThat(player.steps.stream().map(StepRecord::step).sorted())
        .isEqualTo(IntStream.rangeClosed(1, 24).boxed().toList());
    assertThat(
            player.published(PromptProposed.class).stream()
                .map(each -> each.evaluation().id() + " " + each.part()))
        .doesNotHaveDuplicates();
    assertThat(player.finished().outcome()).isEqualTo(RunOutcome.FINISHED);
    assertThat(player.finished().steps()).isEqualTo(24);
  }

  @Test
  void shouldMakeTheStepsOfARoundAtTheSameTime() {
    // Given
    Player player = new Player(chained(4, 12, 1), new ScriptedServices());

    // When
    while (!(player.state instanceof Chains)) {
      player.step();
    }

    // Then
    assertThat(player.published(PromptProposed.class))
        .filteredOn(event -> event.evaluation().purpose() == Purpose.BATCH)
        .extracting(event -> event.evaluation().step())
        .containsExactly(1, 2, 3, 4);
  }

  @Test
  void shouldTakeTheTimeOfTheSlowestChain() {
    // Given
    long one = criticalPath(Runs.restarting(2, AcceptanceSplit.TRAIN, racing(24, 1)));

    // When
    long four = criticalPath(chained(4, 24, 1));

    // Then
    assertThat(four).isLessThan(one / 2);
  }

  @Test
  void shouldStartFromWhatAnyChainAcceptedInAnEarlierRound() {
    // Given
    int exchanged = 0;

    for (long seed : LongStream.rangeClosed(1, 8).toArray()) {
      // When
      Player player = new Player(chained(3, 27, seed), new ScriptedServices()).play();

      // Then
      Set<PromptId> shared = new HashSet<>(Set.of(player.view().initial().promptId()));
      Map<Integer, Set<PromptId>> own = new HashMap<>();
      Set<PromptId> found = new HashSet<>();
      int round = 0;
      for (StepRecord step : player.steps) {
        if ((step.step() - 1) / (3 * ChainRound.STEPS) > round) {
          round++;
          shared.addAll(found);
          own.clear();
        }
        Set<PromptId> mine = own.computeIfAbsent(step.step() % 3, chain -> new HashSet<>());
        assertThat(shared.contains(step.promptId()) || mine.contains(step.promptId())).isTrue();
        exchanged += round > 0 && shared.contains(step.promptId()) ? 1 : 0;
        if (step.accepted()) {
          mine.add(Objects.requireNonNull(step.candidateId()));
          found.add(step.candidateId());
        }
      }
    }
    assertThat(exchanged).isGreaterThan(8);
  }

  @Test
  void shouldTakeTheSameWayWhateverArrivesFirst() {
    for (int chains : List.of(2, 4)) {
      // Given
      RunContext context = chained(chains, 16, 2);
      String inOrder = new Player(context, new ScriptedServices()).play().finished().trajectory();

      for (int salt = 1; salt <= 6; salt++) {
        // Given
        Player player = Player.disordered(context, salt);

        // When / Then
        assertThat(player.play().finished().trajectory()).isEqualTo(inOrder);
        assertThat(player.published(PromptProposed.class)).doesNotHaveDuplicates();
      }
    }
  }

  @Test
  void shouldTakeTheSameWayAfterAPauseAnywhere() {
    // Given
    RunContext context = chained(2, 8, 2);
    Player smooth = new Player(context, new ScriptedServices()).play();
    Set<Class<?>> pausedIn = new HashSet<>();

    for (Player player : Player.pausedEverywhere(context, pausedIn)) {
      // When
      player.resume();

      // Then
      player.play();
      assertThat(player.finished().trajectory()).isEqualTo(smooth.finished().trajectory());
      assertThat(player.world.paid()).isEqualTo(smooth.world.paid());
    }
    assertThat(pausedIn).contains(Chains.class);
  }

  @Test
  void shouldTakeTheSameWayAfterAFailureOfOneChain() {
    // Given
    RunContext context = chained(3, 9, 2);
    String smooth = new Player(context, new ScriptedServices()).play().finished().trajectory();

    for (int point = 1; point < 40; point += 3) {
      Player player = new Player(context, new ScriptedServices());
      for (int i = 0; i < point; i++) {
        player.step();
      }
      player.failNextScore = point % 2 == 0;
      player.failNextGradient = point % 2 == 1;

      // When
      while (player.step()) {
        if (player.view().status() == RunStatus.PAUSED) {
          player.resume();
        }
      }

      // Then
      assertThat(player.finished().trajectory()).as("after " + point).isEqualTo(smooth);
    }
  }

  @Test
  void shouldTakeTheSameWayWhenEveryRequestIsRepeatedAndAnsweredLate() {
    // Given
    RunContext context = chained(3, 9, 3);
    String smooth = new Player(context, new ScriptedServices()).play().finished().trajectory();
    Player player = new Player(context, new ScriptedServices());

    // When: the repeated requests are answered before the first ones
    player.order = events -> events.size() - 1;
    while (player.step()) {
      if (player.delivered % 4 == 0 && player.state instanceof Chains) {
        player.repeat();
      }
    }

    // Then
    assertThat(player.finished().trajectory()).isEqualTo(smooth);
  }

  @Test
  void shouldReadWhatIsStoredPartByPart() {
    // Given: parts that no later state has stay stored
    Player player = new Player(chained(3, 27, 4), new ScriptedServices());
    Map<StatePart, String> stored = new HashMap<>();
    RunState[] before = {player.state};
    stored.putAll(StateSnapshot.of(before[0]).parts());
    UnaryOperator<RunState> database =
        state -> {
          StateSnapshot next = StateSnapshot.of(state);
          stored.putAll(next.changedSince(StateSnapshot.of(before[0])));
          before[0] = StateSnapshot.read(next.head(), stored);
          assertThat(before[0]).isEqualTo(state);
          return before[0];
        };
    player.storage = database;

    // When
    player.play();

    // Then
    assertThat(player.finished().steps()).isEqualTo(27);
    assertThat(stored.keySet()).anyMatch(part -> part.key().contains("/"));
  }

  @ParameterizedTest
  @ValueSource(ints = {40, 60, 90, 130, 200, 400})
  void shouldNeverChargeMoreThanTheBudgetAndUseItUp(int calls) {
    // Given
    RunContext context = Runs.within(new Budget(calls, null, false), chained(4, 1000, calls));

    // When
    Player player = new Player(context, new ScriptedServices()).play();

    // Then
    assertThat(player.finished().outcome()).isEqualTo(RunOutcome.BUDGET_SPENT);
    assertThat(player.view().charges().calls())
        .isLessThanOrEqualTo(calls)
        .isGreaterThan(calls - 30);
  }

  @Test
  void shouldGoOnWithOneChainWhenTheBudgetIsTooSmallToBeDivided() {
    // Given
    RunContext context = Runs.within(new Budget(45, null, false), chained(8, 1000, 1));

    // When
    Player player = new Player(context, new ScriptedServices()).play();

    // Then
    assertThat(player.steps).isNotEmpty();
    assertThat(player.steps.stream().map(StepRecord::step))
        .isEqualTo(IntStream.rangeClosed(1, player.steps.size()).boxed().toList());
  }

  @Test
  void shouldCompareItsBestPromptOnAsManyExamplesAsAnyOther() {
    for (long seed : LongStream.rangeClosed(1, 8).toArray()) {
      // When
      Player player = new Player(chained(3, 27, seed), new ScriptedServices()).play();

      // Then
      int largest =
          player.view().prompts().stream()
              .filter(PromptVersion::accepted)
              .mapToInt(PromptVersion::comparedOn)
              .max()
              .orElseThrow();
      assertThat(player.view().best().comparedOn()).isEqualTo(largest);
    }
  }

  @Test
  void shouldMakeTheSameDecisionsEachTime() {
    // When
    List<Event> once = new Player(chained(4, 20, 5), new ScriptedServices()).play().published;
    List<Event> again = new Player(chained(4, 20, 5), new ScriptedServices()).play().published;

    // Then
    assertThat(once).isEqualTo(again);
  }

  private static long criticalPath(RunContext context) {
    return new Player(context, new ScriptedServices()).play().view().criticalPathMillis();
  }

  private static RunContext racing(int steps, long seed) {
    return Runs.racing(steps, 2, 6, 3, seed);
  }

  private static RunContext chained(int chains, int steps, long seed) {
    return Runs.chained(
        chains, Runs.restarting(2, AcceptanceSplit.TRAIN_AND_VALIDATION, racing(steps, seed)));
  }
}
