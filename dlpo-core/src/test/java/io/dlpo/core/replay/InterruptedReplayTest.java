package io.dlpo.core.replay;

import static org.assertj.core.api.Assertions.assertThat;

import io.dlpo.contracts.evaluation.CritiqueMode;
import io.dlpo.contracts.event.Event;
import io.dlpo.contracts.event.RunCommanded;
import io.dlpo.core.run.PlayedRun;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** Runs that did not go straight. */
class InterruptedReplayTest {

  @Property(tries = 60)
  void shouldAgreeHoweverARunWasPausedAndWhateverCameMeanwhile(
      @ForAll @IntRange(max = 20) int before,
      @ForAll @IntRange(max = 3) int meanwhile,
      @ForAll @IntRange(max = 10) int between,
      @ForAll @IntRange(min = 1, max = 40) int seed) {
    // Given
    PlayedRun run =
        PlayedRun.annealed(6, seed)
            .play(before)
            .interrupt(meanwhile)
            .play(between)
            .interrupt(0)
            .play();

    // When, Then
    agrees(run, run.log());
  }

  @Property(tries = 60)
  void shouldAgreeWhateverOrderTheEventsOvertookEachOtherIn(@ForAll @IntRange(max = 200) int seed) {
    // Given gradients before their scores, and the second test before the first
    Random random = new Random(seed);
    PlayedRun run = PlayedRun.screened(6, seed % 7).inOrder(size -> random.nextInt(size)).play();

    // When, Then
    agrees(run, run.log());
  }

  @Property(tries = 60)
  void shouldAgreeWithARaceHoweverItsEventsOvertookEachOther(
      @ForAll @IntRange(max = 200) int seed, @ForAll @IntRange(max = 12) int before) {
    // Given several evaluations at a time, a pause among them, and lost events
    Random random = new Random(seed);
    PlayedRun run =
        PlayedRun.raced(seed % 2 == 0 ? CritiqueMode.JOINT : CritiqueMode.MERGED, 5, seed % 7)
            .inOrder(size -> random.nextInt(size))
            .play(before)
            .interrupt(random.nextInt(3))
            .play(random.nextInt(4))
            .lose()
            .play();

    // When, Then
    agrees(run, run.log());
  }

  @Property(tries = 60)
  void shouldAgreeWithChainsHoweverTheirEventsOvertookEachOther(
      @ForAll @IntRange(max = 200) int seed, @ForAll @IntRange(max = 20) int before) {
    // Given
    Random random = new Random(seed);
    PlayedRun run =
        PlayedRun.chained(2 + seed % 3, 9, seed % 7)
            .inOrder(size -> random.nextInt(size))
            .play(before)
            .interrupt(random.nextInt(3))
            .play(random.nextInt(6))
            .lose()
            .play();

    // When, Then
    agrees(run, run.log());
  }

  @Property(tries = 60)
  void shouldAgreeWhereverTheCommandsSeemToLieAmongTheOtherEvents(
      @ForAll @IntRange(min = 1, max = 14) int before, @ForAll @IntRange(max = 50) int shift) {
    // Given a log whose clocks differ, so that a pause seems to come earlier or later than it did
    PlayedRun run = PlayedRun.annealed(5, 3).play(before).interrupt(1).play();
    List<Event> log = run.log();
    List<Event> commands = log.stream().filter(RunCommanded.class::isInstance).toList();
    List<Event> moved = new ArrayList<>(log);
    moved.removeAll(commands);
    int at = 1 + shift % (moved.size() - 1);
    moved.addAll(at, commands);

    // When, Then
    agrees(run, moved);
  }

  @Property(tries = 60)
  void shouldAgreeHoweverTheClocksOfTheHostsDiffered(
      @ForAll @IntRange(min = 1, max = 20) int seed, @ForAll @IntRange(max = 60) int width) {
    // Given a log in which each topic has its own order, but is early or late as a whole
    Random random = new Random(seed);
    PlayedRun run =
        PlayedRun.annealed(6, seed)
            .play(random.nextInt(8))
            .interrupt(random.nextInt(3))
            .play(random.nextInt(8))
            .lose()
            .play();
    Map<Class<?>, Integer> lateness = new HashMap<>();
    List<Event> log = run.log();
    List<Event> moved = new ArrayList<>(log);
    log.forEach(
        each -> lateness.computeIfAbsent(each.getClass(), any -> random.nextInt(width + 1)));
    moved.sort(Comparator.comparingInt(each -> log.indexOf(each) + lateness.get(each.getClass())));

    // When, Then
    agrees(run, moved);
  }

  @Property(tries = 60)
  void shouldAgreeWhateverTheOrderOfTheLog(@ForAll @IntRange(min = 1, max = 60) int seed) {
    // Given
    PlayedRun run = PlayedRun.annealed(6, seed % 20 + 1).play(seed % 9).interrupt(seed % 4).play();
    List<Event> shuffled = run.log();
    Collections.shuffle(shuffled, new Random(seed));

    // When, Then
    agrees(run, shuffled);
  }

  @Property(tries = 60)
  void shouldNeverSayThatARunWithoutNumbersDiffersForTheDisorderOfItsLog(
      @ForAll @IntRange(min = 1, max = 60) int seed) {
    // Given
    PlayedRun run = PlayedRun.annealed(6, seed % 20 + 1).play(seed % 9).interrupt(seed % 4).play();
    List<Event> shuffled = run.log();
    Collections.shuffle(shuffled, new Random(seed));

    // When
    ReplayResult result = Replays.ofUnnumbered(run, shuffled, true).result();

    // Then
    if (result instanceof ReplayResult.Unknown unknown) {
      assertThat(unknown.reason()).contains("a version that did not number its changes");
    } else {
      assertThat(((ReplayResult.Agrees) result).trajectory()).isEqualTo(run.view().trajectory());
    }
  }

  @Test
  void shouldStandWhereAPausedRunStands() {
    // Given a pause, and a score that came after it: neither has caused an event
    PlayedRun run = PlayedRun.annealed(6, 1).play(5).pause(1);

    // When
    ReplayResult result = Replays.of(run, run.log(), false).result();

    // Then
    assertThat(result)
        .isEqualTo(
            new ReplayResult.Agrees(
                run.view().accepted() + run.view().rejected(),
                run.log().size() - 1,
                run.view().trajectory(),
                run.view().phase()));
  }

  @Test
  void shouldAgreeWithARunThatLostWhatItWaitedForAtEachPoint() {
    for (int before = 0; before < 20; before++) {
      PlayedRun run = PlayedRun.annealed(6, 1).play(before).lose().play();

      agrees(run, run.log());
    }
  }

  @Test
  void shouldAgreeWithARunWhoseCallsFailed() {
    PlayedRun run = PlayedRun.annealed(6, 1).play(4).failing().play();

    assertThat(run.log().stream().filter(RunCommanded.class::isInstance)).hasSize(3);
    agrees(run, run.log());
  }

  @Test
  void shouldAgreeWithARunThatWasCancelledAtEachPoint() {
    for (int before = 0; before < 20; before++) {
      PlayedRun run = PlayedRun.annealed(6, 1).play(before).cancel().play();

      agrees(run, run.log());
    }
  }

  @Test
  void shouldAgreeWithARunThatIsPausedAndWasToldToPauseTwice() {
    // Given
    PlayedRun run = PlayedRun.annealed(6, 1).play(5).interrupt(1).play(3);
    List<Event> log = run.log();
    RunCommanded pause =
        log.stream()
            .filter(RunCommanded.class::isInstance)
            .map(RunCommanded.class::cast)
            .findFirst()
            .orElseThrow();
    log.add(log.indexOf(pause) + 1, new RunCommanded("twice", pause.runId(), pause.command()));

    // When, Then
    assertThat(Replays.of(run, log, false).result()).isInstanceOf(ReplayResult.Agrees.class);
  }

  private static void agrees(PlayedRun run, List<Event> log) {
    ReplayResult result = Replays.of(run, log).result();
    assertThat(result).isInstanceOf(ReplayResult.Agrees.class);
    assertThat(((ReplayResult.Agrees) result).trajectory()).isEqualTo(run.view().trajectory());
  }
}
