package io.dlpo.core.replay;

import static org.assertj.core.api.Assertions.assertThat;

import io.dlpo.contracts.evaluation.CritiqueMode;
import io.dlpo.contracts.event.Event;
import io.dlpo.contracts.event.PromptAccepted;
import io.dlpo.contracts.event.PromptRejected;
import io.dlpo.contracts.event.RunFinished;
import io.dlpo.contracts.event.UpdateReplied;
import io.dlpo.core.run.PlayedRun;
import io.dlpo.core.run.RunStatus;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RunReplayTest {

  static Stream<PlayedRun> runs() {
    return Stream.of(
        PlayedRun.annealed(8, 1),
        PlayedRun.annealed(12, 5),
        PlayedRun.screened(8, 2),
        PlayedRun.raced(CritiqueMode.JOINT, 8, 2),
        PlayedRun.raced(CritiqueMode.MERGED, 6, 3),
        PlayedRun.plain(6, 3),
        PlayedRun.withAllTechniques(10, 4),
        PlayedRun.adaptive(12, 1),
        PlayedRun.refused(0.02, Set.of("train-7", "valid-3", "test-11"), 8, 2));
  }

  @Test
  void shouldAgreeWithARunThatItsBudgetHasEnded() {
    // Given
    PlayedRun run = PlayedRun.within(150, 8, 1).play();

    // When
    ReplayResult result = Replays.of(run, run.log()).result();

    // Then
    assertThat(run.view().status()).isEqualTo(RunStatus.BUDGET_SPENT);
    assertThat(result)
        .isEqualTo(
            new ReplayResult.Agrees(
                run.steps().size(), run.log().size() - 1, run.view().trajectory(), "budget_spent"));
  }

  @ParameterizedTest
  @MethodSource("runs")
  void shouldAgreeWithAFinishedRunAndExplainEachOfItsEvents(PlayedRun run) {
    // Given
    List<Event> log = run.play().log();

    // When
    ReplayResult result = Replays.of(run, log).result();

    // Then
    assertThat(result)
        .isEqualTo(
            new ReplayResult.Agrees(
                run.view().steps(), log.size() - 1, run.view().trajectory(), "finished"));
  }

  @ParameterizedTest
  @MethodSource("runs")
  void shouldAgreeWithAFinishedRunWhoseChangesWereNotNumbered(PlayedRun run) {
    // Given
    List<Event> log = run.play().log();

    // When
    ReplayResult result = Replays.ofUnnumbered(run, log, true).result();

    // Then
    assertThat(result)
        .isEqualTo(
            new ReplayResult.Agrees(
                run.view().steps(), log.size() - 1, run.view().trajectory(), "finished"));
  }

  @Test
  void shouldRebuildEveryStepAsItWas() {
    // Given
    PlayedRun run = PlayedRun.annealed(8, 1).play();

    // When
    Replay replay = Replays.of(run, run.log());

    // Then
    assertThat(replay.decided().stream().map(each -> each.step().orElseThrow()))
        .isEqualTo(run.steps());
    assertThat(replay.after(3).orElseThrow().step().orElseThrow()).isEqualTo(run.steps().get(2));
    assertThat(replay.after(9)).isEmpty();
  }

  @Test
  void shouldAgreeWithARunAtEachPointOfItsWay() {
    PlayedRun run = PlayedRun.screened(4, 4);
    int points = 0;
    while (!run.isIdle()) {
      assertThat(Replays.of(run, run.log(), false).result())
          .as("after %d events", points)
          .isInstanceOf(ReplayResult.Agrees.class);
      assertThat(Replays.ofUnnumbered(run, run.log(), false).result())
          .as("after %d events without numbers", points)
          .isInstanceOf(ReplayResult.Agrees.class);
      run.play(1);
      points++;
    }
    assertThat(points).isGreaterThan(8);
  }

  @Test
  void shouldCountARepeatedEventOnce() {
    // Given
    PlayedRun run = PlayedRun.annealed(5, 1).play();
    List<Event> twice = new ArrayList<>();
    run.log().forEach(event -> twice.addAll(List.of(event, event)));

    // When, Then
    assertThat(Replays.of(run, twice).result())
        .isEqualTo(Replays.of(run, run.log()).result())
        .isInstanceOf(ReplayResult.Agrees.class);
  }

  @Test
  void shouldAgreeWithoutTheEndWhileTheRunGoesOnButNotOnceItHasEnded() {
    // Given
    PlayedRun run = PlayedRun.annealed(5, 1).play();
    List<Event> endless =
        run.log().stream().filter(event -> !(event instanceof RunFinished)).toList();

    // When, Then
    assertThat(Replays.of(run, endless, false).result()).isInstanceOf(ReplayResult.Agrees.class);
    assertThat(Replays.difference(run, endless))
        .isEqualTo(
            new Difference(
                5, "RunFinished run-1", Difference.WHOLE, "nothing", "that it was published"));
  }

  @Test
  void shouldSayWhichDecisionIsMissing() {
    // Given
    PlayedRun run = PlayedRun.annealed(6, 1).play();
    List<Event> gap =
        run.log().stream()
            .filter(
                event ->
                    !(event instanceof PromptAccepted || event instanceof PromptRejected)
                        || RunLog.step(event) != 4)
            .toList();

    // When
    Difference difference = Replays.difference(run, gap);

    // Then
    assertThat(difference.step()).isEqualTo(4);
    assertThat(difference.event()).matches("Prompt(Accepted|Rejected) run-1:4");
    assertThat(difference.recorded()).isEqualTo("nothing");
  }

  @Test
  void shouldNotAgreeButSayWhatIsMissingWhereTheUpdateWasNotRecorded() {
    // Given a log as it was written before replies were part of it
    PlayedRun run = PlayedRun.annealed(6, 1).play();
    List<Event> old =
        run.log().stream().filter(event -> !(event instanceof UpdateReplied)).toList();

    // When, Then
    for (Replay replay : List.of(Replays.of(run, old), Replays.ofUnnumbered(run, old, true))) {
      assertThat(replay.result())
          .isEqualTo(
              new ReplayResult.Unknown(
                  1, "the log does not hold the backward model's replies to its update"));
    }
  }

  @Test
  void shouldHaveNothingToReplayWithoutTheRequest() {
    PlayedRun run = PlayedRun.annealed(6, 1).play();
    List<LoggedEvent> log = run.numberedLog();

    assertThat(RunReplay.of(log.subList(1, log.size()))).isEmpty();
  }

  @Test
  void shouldStopAfterAStepWhateverFollows() {
    // Given
    PlayedRun run = PlayedRun.annealed(8, 1).play();
    List<LoggedEvent> log =
        run.numberedLog().stream().filter(each -> RunLog.step(each.event()) <= 5).toList();

    // When
    Replay replay =
        RunReplay.of(log).orElseThrow().until(run.context(), RunReplay.begin(run.context()), 4);

    // Then
    assertThat(replay.result()).isInstanceOf(ReplayResult.Agrees.class);
    assertThat(replay.decided()).hasSize(4);
  }
}
