package io.dlpo.core.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dlpo.contracts.evaluation.CritiqueMode;
import io.dlpo.contracts.evaluation.Usage;
import io.dlpo.contracts.event.Event;
import io.dlpo.contracts.event.PromptAccepted;
import io.dlpo.contracts.event.PromptRejected;
import io.dlpo.core.budget.Budget;
import io.dlpo.core.replay.Replay;
import io.dlpo.core.replay.ReplayResult;
import io.dlpo.core.replay.RunReplay;
import java.util.List;
import java.util.Objects;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Runs that go on from a step of another one, rebuilt from its events. */
class ForkTest {

  private static final int STEPS = 8;

  @Property(tries = 80)
  void shouldTakeTheSameWayAsItsParentWhereNothingIsChanged(
      @ForAll @IntRange(min = 1, max = STEPS) int step,
      @ForAll @IntRange(min = 1, max = 30) int seed,
      @ForAll @IntRange(max = 5) int kind) {
    // Given
    PlayedRun parent =
        switch (kind) {
          case 0 -> PlayedRun.annealed(STEPS, seed).play();
          case 1 -> PlayedRun.screened(STEPS, seed).play();
          case 2 -> PlayedRun.withAllTechniques(STEPS, seed).play();
          case 3 -> PlayedRun.adaptive(STEPS, seed).play();
          case 4 -> PlayedRun.raced(CritiqueMode.JOINT, STEPS, seed).play();
          default -> PlayedRun.plain(STEPS, seed).play();
        };
    int paid = parent.paid();

    // When
    PlayedRun fork = fork(parent, step, seed).play();

    // Then
    assertThat(fork.view().trajectory()).isEqualTo(parent.view().trajectory());
    assertThat(fork.view().best().text()).isEqualTo(parent.view().best().text());
    assertThat(fork.view().bestTest()).isEqualTo(parent.view().bestTest());
    assertThat(fork.view().warnings()).isEqualTo(parent.view().warnings());
    assertThat(decided(fork)).isEqualTo(decided(parent).subList(step, STEPS));
    assertThat(fork.paid()).as("paid again").isEqualTo(paid);
    assertThat(fork.view().usage().paid()).isZero();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 3, 5, 7})
  void shouldShareTheFirstStepsAndThenDrawByItsOwnSeed(int step) {
    // Given
    PlayedRun parent = PlayedRun.annealed(STEPS, 1).play();

    // When
    PlayedRun fork = fork(parent, step, 99).play();

    // Then
    assertThat(upTo(step, fork)).isEqualTo(upTo(step, parent)).isNotEmpty();
    assertThat(fork.view().accepted() + fork.view().rejected()).isEqualTo(STEPS);
    assertThat(fork.steps().getFirst().step()).isEqualTo(step + 1);
    assertThat(fork.steps().getFirst().batch()).isNotEqualTo(parent.steps().get(step).batch());
    assertThat(fork.view().trajectory()).isNotEqualTo(parent.view().trajectory());
  }

  @Test
  void shouldCountTheCallsOfItsParentAsKnownAndThoseOfItsOwnAsPaid() {
    // Given
    PlayedRun parent = PlayedRun.annealed(STEPS, 1).play();
    int before = parent.steps().stream().limit(4).mapToInt(step -> step.usage().calls()).sum();
    int paid = parent.paid();

    // When
    PlayedRun fork = fork(parent, 4, 99).play();
    Usage usage = fork.view().usage();

    // Then
    assertThat(usage.paid()).isEqualTo(fork.paid() - paid);
    assertThat(usage.ledger()).isGreaterThanOrEqualTo(before);
  }

  @Test
  void shouldBeReplayedFromItsOwnEventsAndItsParents() {
    // Given
    PlayedRun parent = PlayedRun.screened(STEPS, 2).play();
    PlayedRun fork = fork(parent, 3, 5).play();

    // When
    Replay replay =
        RunReplay.of(fork.numberedLog())
            .orElseThrow()
            .all(fork.context(), RunState.fork(fork.context(), decided(parent, 3)), true);

    // Then
    assertThat(replay.result())
        .isEqualTo(
            new ReplayResult.Agrees(
                STEPS, fork.log().size() - 1, fork.view().trajectory(), "finished"));
    assertThat(replay.decided()).hasSize(STEPS - 3);
  }

  @Test
  void shouldGoOnWithMoreMoneyWhereTheBudgetHasEndedItsParent() {
    // Given a run whose budget ends it early, and its fork without that limit
    RunContext poor =
        Runs.within(
            new Budget(120, null, null, false), Runs.run(STEPS, AnnealingSettings.DEFAULT, 1));
    PlayedRun parent = PlayedRun.begun(poor).play();
    assertThat(parent.view().status()).isEqualTo(RunStatus.BUDGET_SPENT);
    int made = parent.steps().size();
    RunContext rich =
        Runs.within(
            new Budget(5_000, null, null, false),
            new RunContext(parent.forked("run-2", 1).runId(), poor.settings(), poor.splits(), 0));

    // When
    Transition first = RunState.fork(rich, decided(parent, made));

    // Then
    Player fork = new Player(rich, new ScriptedServices(), first).play();
    assertThat(fork.view().status()).isEqualTo(RunStatus.FINISHED);
    assertThat(fork.steps).hasSize(STEPS - made);
    assertThat(fork.view().charges().calls()).isGreaterThan(120);
  }

  @Test
  void shouldRefuseFewerStepsThanAreMadeAndAPlaceWhereNoStepEnded() {
    // Given
    PlayedRun parent = PlayedRun.annealed(STEPS, 1).play();
    RunContext shorter = Runs.run(3, AnnealingSettings.DEFAULT, 1);
    Transition fourth = decided(parent, 4);

    // When, Then
    assertThatThrownBy(() -> RunState.fork(shorter, fourth))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("optimizer.steps is 3; must be 4 or more, the number of completed steps");
    assertThatThrownBy(() -> RunState.fork(shorter, RunState.begin(shorter)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("no step ended there");
  }

  private static List<PromptVersion> upTo(int step, PlayedRun run) {
    return run.view().prompts().stream().filter(prompt -> prompt.step() <= step).toList();
  }

  private static PlayedRun fork(PlayedRun parent, int step, long seed) {
    return PlayedRun.fork(parent, "run-2", decided(parent, step), seed);
  }

  /** Rebuilt from the events, as the service does it. */
  private static Transition decided(PlayedRun parent, int step) {
    return RunReplay.of(parent.numberedLog())
        .orElseThrow()
        .until(parent.context(), RunReplay.begin(parent.context()), step)
        .after(step)
        .orElseThrow();
  }

  private static List<Object> decided(PlayedRun run) {
    return run.decisions().stream().<Object>map(ForkTest::decision).toList();
  }

  private static Object decision(Event event) {
    return switch (event) {
      case PromptAccepted accepted -> List.of(accepted.step(), accepted.decision());
      case PromptRejected rejected -> List.of(rejected.step(), rejected.decision());
      default -> Objects.requireNonNull(null, "no decision: " + event);
    };
  }
}
