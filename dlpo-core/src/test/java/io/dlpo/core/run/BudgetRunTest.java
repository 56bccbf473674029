package io.dlpo.core.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.dlpo.contracts.evaluation.HeldOutScore;
import io.dlpo.contracts.evaluation.Purpose;
import io.dlpo.contracts.event.PromptProposed;
import io.dlpo.contracts.event.RunFinished;
import io.dlpo.contracts.event.RunOutcome;
import io.dlpo.core.budget.Budget;
import io.dlpo.core.budget.Charges;
import java.util.HashSet;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** Whole runs that are not to spend more than so much. */
class BudgetRunTest {

  private static final int TEST_CALLS = 240;

  @Property(tries = 60)
  void shouldNeverPayForMoreCallsThanTheBudgetAllows(
      @ForAll @IntRange(min = 1, max = 50) int seed,
      @ForAll @IntRange(min = 1, max = 900) int calls) {
    // Given
    ScriptedServices world = new ScriptedServices();

    // When
    Player player = new Player(limited(calls, true, seed), world).play();

    // Then
    assertThat(world.paid()).isLessThanOrEqualTo(calls);
    assertThat(player.view().charges().calls()).isBetween(world.paid(), calls);
    assertThat(player.published(RunFinished.class)).hasSize(1);
  }

  @Test
  void shouldEndWithTheBestPromptSoFarAndTestIt() {
    // When
    Player player = new Player(limited(TEST_CALLS + 200, true, 1), new ScriptedServices()).play();

    // Then
    RunFinished end = player.finished();
    assertThat(end.outcome()).isEqualTo(RunOutcome.BUDGET_SPENT);
    assertThat(end.reason()).startsWith("budget.calls is 440: ");
    assertThat(end.steps()).isEqualTo(player.decisions().size()).isPositive().isLessThan(8);
    assertThat(end.bestPrompt()).isEqualTo(player.view().best().text());
    assertThat(end.best()).extracting(HeldOutScore::total).isEqualTo(120);
    assertThat(player.view().status()).isEqualTo(RunStatus.BUDGET_SPENT);
  }

  @Test
  void shouldFinishAllStepsWhenTheBudgetIsEnough() {
    // Given
    RunFinished free = new Player(Runs.annealed(), new ScriptedServices()).play().finished();

    // When
    RunFinished end =
        new Player(limited(100_000, true, 1), new ScriptedServices()).play().finished();

    // Then
    assertThat(end).isEqualTo(free);
  }

  @Test
  void shouldChargeWhatAnEmptyLedgerIsPaidAndHardlyMore() {
    // Given
    ScriptedServices world = new ScriptedServices();

    // When
    Player player = new Player(limited(100_000, true, 1), world).play();

    // Then
    Charges charges = player.view().charges();
    assertThat(charges.calls()).isBetween(world.paid(), world.paid() + 2);
    assertThat(charges.tokens()).isEqualTo(110L * charges.calls());
  }

  @Test
  void shouldTakeTheSameWayWhenTheLedgerKnowsEverything() {
    // Given
    ScriptedServices world = new ScriptedServices();
    RunFinished first = new Player(limited(500, true, 1), world).play().finished();
    int paid = world.paid();

    // When
    RunFinished second = new Player(limited(500, true, 1), world).play().finished();

    // Then
    assertThat(second.trajectory()).isEqualTo(first.trajectory());
    assertThat(second.reason()).isEqualTo(first.reason());
    assertThat(second.usage().paid()).isZero();
    assertThat(world.paid()).isEqualTo(paid);
  }

  @Test
  void shouldTakeTheSameWayAfterAPauseAnywhere() {
    // Given
    RunFinished smooth =
        new Player(limited(500, true, 1), new ScriptedServices()).play().finished();
    Set<Class<?>> pausedIn = new HashSet<>();

    for (Player player : Player.pausedEverywhere(limited(500, true, 1), pausedIn)) {
      // When
      player.resume();
      RunFinished end = player.play().finished();

      // Then
      assertThat(end.trajectory()).isEqualTo(smooth.trajectory());
      assertThat(end.reason()).isEqualTo(smooth.reason());
    }
    assertThat(pausedIn)
        .contains(BatchScoring.class, GradientAwaited.class, CandidateScoring.class, Testing.class);
  }

  @Test
  void shouldNotCountTheTestWhereItIsOutsideTheBudget() {
    // When
    Player player = new Player(limited(200, false, 1), new ScriptedServices()).play();

    // Then
    assertThat(player.view().charges().calls()).isBetween(100, 200);
    assertThat(player.finished().best()).isNotNull();
    assertThat(player.published(PromptProposed.class))
        .anyMatch(event -> event.evaluation().purpose() == Purpose.TEST);
  }

  @Test
  void shouldStopBeforeATokenLimitIsPassed() {
    // Given
    ScriptedServices world = new ScriptedServices();
    long tokens = 110L * 500;

    // When
    Player player =
        new Player(Runs.within(new Budget(null, tokens, true), Runs.annealed()), world).play();

    // Then
    assertThat(player.finished().outcome()).isEqualTo(RunOutcome.BUDGET_SPENT);
    assertThat(player.view().charges().tokens())
        .isBetween(tokens - 110L * 60, tokens)
        .isGreaterThanOrEqualTo(110L * world.paid());
  }

  private static RunContext limited(int calls, boolean test, long seed) {
    return Runs.within(new Budget(calls, null, test), Runs.run(8, AnnealingSettings.DEFAULT, seed));
  }
}
