package io.dlpo.core.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.dlpo.contracts.event.PromptProposed;
import io.dlpo.contracts.event.RunCommand;
import io.dlpo.contracts.event.RunFinished;
import io.dlpo.contracts.event.RunOutcome;
import io.dlpo.contracts.id.EvaluationId;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Pauses, failures and cancellations at every point of a run. */
class InterruptionTest {

  static Stream<RunContext> runs() {
    return Stream.of(Runs.annealed(), Runs.annealedOnTrain(), Runs.plain());
  }

  @ParameterizedTest
  @MethodSource("runs")
  void shouldGoOnAsIfNothingHadHappenedAfterAPauseAnywhere(RunContext context) {
    // Given
    RunFinished smooth = new Player(context, new ScriptedServices()).play().finished();
    Set<Class<?>> pausedIn = new HashSet<>();

    for (Player player : Player.pausedEverywhere(context, pausedIn)) {
      // When
      player.resume();
      RunFinished end = player.play().finished();

      // Then
      assertThat(end.trajectory()).isEqualTo(smooth.trajectory());
      assertThat(end.bestPrompt()).isEqualTo(smooth.bestPrompt());
      assertThat(end.best()).isEqualTo(smooth.best());
      assertThat(end.usage().paid()).isEqualTo(player.world.paid());
      assertThat(end.usage().paid()).isEqualTo(smooth.usage().paid());
    }
    assertThat(pausedIn)
        .contains(PromptScoring.class, BatchScoring.class, GradientAwaited.class, Testing.class);
  }

  @ParameterizedTest
  @MethodSource("runs")
  void shouldCountWhatArrivesDuringAPauseAndLoseNothing(RunContext context) {
    // Given
    RunFinished smooth = new Player(context, new ScriptedServices()).play().finished();

    for (Player player : Player.pausedEverywhere(context, new HashSet<>())) {
      // When
      player.play();
      assertThat(player.view().status()).isEqualTo(RunStatus.PAUSED);
      player.resume();
      RunFinished end = player.play().finished();

      // Then
      assertThat(end.trajectory()).isEqualTo(smooth.trajectory());
      assertThat(end.usage().paid()).isEqualTo(smooth.usage().paid());
    }
  }

  @ParameterizedTest
  @MethodSource("runs")
  void shouldProposeOtherEvaluationsAfterAPauseThanThoseItHasAbandoned(RunContext context) {
    for (Player player : Player.everywhere(context)) {
      // When
      List<EvaluationId> abandoned = player.state.abandonedBy(context, RunCommand.PAUSE);
      int before = player.published.size();
      player.pause();
      player.resume();
      player.play();

      // Then
      assertThat(abandoned).isNotEmpty();
      assertThat(player.published.subList(before, player.published.size()))
          .filteredOn(PromptProposed.class::isInstance)
          .extracting(event -> ((PromptProposed) event).evaluation().id())
          .isNotEmpty()
          .doesNotContainAnyElementsOf(abandoned);
    }
  }

  @Test
  void shouldAbandonNothingThatItStillWaitsFor() {
    // Given
    RunContext context = Runs.annealed();
    Player player = new Player(context, new ScriptedServices());
    List<EvaluationId> awaited = player.state.awaits(context).orElseThrow().evaluations();

    // When, Then
    assertThat(player.state.abandonedBy(context, RunCommand.REPEAT)).isEmpty();
    assertThat(player.state.abandonedBy(context, RunCommand.CANCEL)).isEqualTo(awaited);
    player.pause();
    assertThat(player.state.abandonedBy(context, RunCommand.RESUME)).isEmpty();
    assertThat(player.state.abandonedBy(context, RunCommand.CANCEL)).isEqualTo(awaited);
    player.resume();
    player.cancel();
    assertThat(player.state.abandonedBy(context, RunCommand.CANCEL)).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("runs")
  void shouldGoOnAsIfNothingHadHappenedAfterALossAnywhere(RunContext context) {
    // Given
    RunFinished smooth = new Player(context, new ScriptedServices()).play().finished();
    Set<Class<?>> lostIn = new HashSet<>();

    for (Player player : Player.everywhere(context)) {
      lostIn.add(player.state.getClass());
      player.inFlight.clear();
      assertThat(player.state.awaits(context)).isPresent();

      // When
      player.repeat();

      // Then
      assertThat(player.play().finished().trajectory()).isEqualTo(smooth.trajectory());
    }
    assertThat(lostIn)
        .contains(PromptScoring.class, BatchScoring.class, GradientAwaited.class, Testing.class);
  }

  @ParameterizedTest
  @MethodSource("runs")
  void shouldPayNothingTwiceIfWhatSeemedLostComesAfterAll(RunContext context) {
    // Given
    RunFinished smooth = new Player(context, new ScriptedServices()).play().finished();
    Player player = new Player(context, new ScriptedServices());
    player.step();
    player.step();

    // When
    player.repeat();
    RunFinished end = player.play().finished();

    // Then
    assertThat(end.trajectory()).isEqualTo(smooth.trajectory());
    assertThat(end.usage().paid()).isEqualTo(smooth.usage().paid());
  }

  @ParameterizedTest
  @MethodSource("runs")
  void shouldPauseWithTheReasonWhenAnEvaluationFails(RunContext context) {
    // Given
    RunFinished smooth = new Player(context, new ScriptedServices()).play().finished();
    int failures = 0;

    for (Player player : Player.everywhere(context)) {
      player.failNextScore = true;

      // When
      player.play();
      if (player.state instanceof Ended) {
        continue; // nothing was proposed after this point
      }

      // Then
      failures++;
      assertThat(player.view().status()).isEqualTo(RunStatus.PAUSED);
      assertThat(player.view().reason()).contains("got no answer: SERVER_ERROR, 503 from test");
      player.resume();
      assertThat(player.play().finished().trajectory()).isEqualTo(smooth.trajectory());
    }
    assertThat(failures).isGreaterThan(10);
  }

  @Test
  void shouldPauseWhenTheGradientFails() {
    // Given
    RunFinished smooth = new Player(Runs.annealed(), new ScriptedServices()).play().finished();
    Player player = new Player(Runs.annealed(), new ScriptedServices());
    player.failNextGradient = true;

    // When
    player.play();

    // Then
    assertThat(player.view().reason())
        .isEqualTo("the textual gradient failed: SERVER_ERROR, 503 from test");
    player.resume();
    assertThat(player.play().finished().trajectory()).isEqualTo(smooth.trajectory());
    assertThat(player.finished().usage().paid()).isEqualTo(player.world.paid());
  }

  @Test
  void shouldPauseWhenTheUpdateFails() {
    // Given
    RunFinished smooth = new Player(Runs.annealed(), new ScriptedServices()).play().finished();
    Player player = new Player(Runs.annealed(), new ScriptedServices());
    player.failNextUpdate = true;

    // When
    player.play();

    // Then
    assertThat(player.view().reason()).isEqualTo("the update failed: SERVER_ERROR, 503 from test");
    player.resume();
    assertThat(player.play().finished().trajectory()).isEqualTo(smooth.trajectory());
    assertThat(player.finished().usage()).isNotNull();
    assertThat(player.finished().usage().paid()).isEqualTo(player.world.paid());
  }

  @ParameterizedTest
  @MethodSource("runs")
  void shouldEndWithTheBestPromptSoFarWhenCancelledAnywhere(RunContext context) {
    List<Player> players = Player.everywhere(context);
    for (int i = 1; i < players.size(); i += 2) {
      players.get(i).pause();
    }
    for (Player player : players) {
      RunView before = player.view();

      // When
      player.cancel();
      player.play();

      // Then
      RunFinished end = player.finished();
      assertThat(end.outcome()).isEqualTo(RunOutcome.CANCELLED);
      assertThat(end.reason()).isEqualTo("cancelled by a user");
      assertThat(end.bestPrompt()).isEqualTo(before.best().text());
      assertThat(end.trajectory()).isEqualTo(before.trajectory());
      assertThat(player.view().status()).isEqualTo(RunStatus.CANCELLED);
    }
  }

  @Test
  void shouldRefuseCommandsThatDoNotFitTheState() {
    // Given
    RunContext context = Runs.annealed();
    Player running = new Player(context, new ScriptedServices());
    Player paused = new Player(context, new ScriptedServices());
    paused.pause();

    // When / Then
    assertThat(running.state.resumed(context)).isEmpty();
    assertThat(paused.state.repeated(context)).isEmpty();
    assertThat(paused.state.awaits(context)).isEmpty();
    assertThat(paused.state.paused(context, "again")).isEmpty();
  }

  @Test
  void shouldEndWhenItCannotGoOn() {
    // Given
    RunContext context = Runs.annealed();
    Player player = new Player(context, new ScriptedServices());

    // When
    Transition failed = player.state.failed(context, "the dataset is gone").orElseThrow();
    Transition refused =
        RunState.refused(context.runId(), context.settings(), "no such dataset", 5);

    // Then
    assertThat(failed.next().view().status()).isEqualTo(RunStatus.FAILED);
    assertThat(failed.next().view().reason()).isEqualTo("the dataset is gone");
    assertThat(refused.next().view().reason()).isEqualTo("no such dataset");
    assertThat(refused.events())
        .singleElement()
        .isInstanceOfSatisfying(
            RunFinished.class,
            end -> {
              assertThat(end.outcome()).isEqualTo(RunOutcome.FAILED);
              assertThat(end.bestPrompt()).isEqualTo("Answer the question.");
            });
    assertThat(refused.next().failed(context, "again")).isEmpty();
  }
}
