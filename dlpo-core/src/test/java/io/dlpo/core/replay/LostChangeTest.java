package io.dlpo.core.replay;

import static org.assertj.core.api.Assertions.assertThat;

import io.dlpo.contracts.event.Event;
import io.dlpo.contracts.event.RunCommanded;
import io.dlpo.contracts.event.UpdateReplied;
import io.dlpo.contracts.wire.CloudEventAttributes;
import io.dlpo.contracts.wire.RunChange;
import io.dlpo.core.run.PlayedRun;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Logs of which a part is lost, or whose changes contradict each other. */
class LostChangeTest {

  private final PlayedRun run = PlayedRun.annealed(6, 1).play();
  private final List<LoggedEvent> log = run.numberedLog();

  @Test
  void shouldNameWhatAChangeShouldHavePublishedWhereAllOfItIsLost() {
    for (RunChange lost : changes()) {
      if (event(lost) instanceof UpdateReplied) {
        continue;
      }
      // Given
      List<LoggedEvent> gap = log.stream().filter(each -> !lost.equals(each.change())).toList();

      // When
      Difference difference = Replays.difference(Replays.ofNumbered(run, gap, true));

      // Then
      Event event = event(lost);
      assertThat(difference)
          .isEqualTo(
              new Difference(
                  RunLog.step(event),
                  EventComparison.name(event),
                  Difference.WHOLE,
                  "nothing",
                  "that it was published"));
    }
  }

  @Test
  void shouldNotAgreeButSayWhatIsMissingWhereTheRepliesToAnUpdateAreLost() {
    // Given
    RunChange lost =
        changes().stream()
            .filter(each -> event(each) instanceof UpdateReplied)
            .findFirst()
            .orElseThrow();
    List<LoggedEvent> gap = log.stream().filter(each -> !lost.equals(each.change())).toList();

    // When, Then
    assertThat(Replays.ofNumbered(run, gap, true).result())
        .isEqualTo(
            new ReplayResult.Unknown(
                1, "the log does not hold the backward model's replies to its update"));
  }

  @Test
  void shouldNotAgreeButSayWhichInputIsLost() {
    // Given
    RunChange change = changes().get(3);
    String input = change.causationId();
    List<LoggedEvent> gap =
        log.stream().filter(each -> !CloudEventAttributes.id(each.event()).equals(input)).toList();

    // When
    ReplayResult result = Replays.ofNumbered(run, gap, true).result();

    // Then
    assertThat(result)
        .isInstanceOfSatisfying(
            ReplayResult.Unknown.class,
            unknown ->
                assertThat(unknown.reason())
                    .isEqualTo(
                        "the log does not hold the input of change %d of the run, event %s"
                            .formatted(change.sequence(), input)));
  }

  @Test
  void shouldNotAgreeButSayWhichChangeIsLostWithItsInput() {
    // Given
    RunChange lost = changes().get(3);
    String input = lost.causationId();
    List<LoggedEvent> gap =
        log.stream()
            .filter(each -> !lost.equals(each.change()))
            .filter(each -> !CloudEventAttributes.id(each.event()).equals(input))
            .toList();

    // When
    ReplayResult result = Replays.ofNumbered(run, gap, true).result();

    // Then
    assertThat(result)
        .isInstanceOfSatisfying(
            ReplayResult.Unknown.class,
            unknown ->
                assertThat(unknown.reason())
                    .isEqualTo(
                        "the log does not hold change %d of the run".formatted(lost.sequence())));
  }

  @Test
  void shouldNameTheEventWhoseNumberAnotherChangeHas() {
    // Given
    RunChange moved = changes().get(4);
    RunChange twin = new RunChange(changes().get(3).sequence(), moved.causationId(), List.of());
    List<LoggedEvent> twice = moved(moved, twin);

    // When
    Difference difference = Replays.difference(Replays.ofNumbered(run, twice, true));

    // Then
    assertThat(difference.field()).isIn("sequence", Difference.WHOLE);
  }

  @Test
  void shouldNameTheEventWhoseInputTheRunDidNotWaitFor() {
    // Given a proposal that claims to come from a later input
    RunChange change = changes().get(3);
    RunChange claimed =
        new RunChange(change.sequence(), changes().get(6).causationId(), change.priorIds());
    List<LoggedEvent> other = moved(change, claimed);

    // When
    Difference difference = Replays.difference(Replays.ofNumbered(run, other, true));

    // Then
    assertThat(difference.event()).isEqualTo(EventComparison.name(event(change)));
    assertThat(difference.recorded()).isEqualTo("that it was published");
    assertThat(difference.recomputed()).startsWith("a run that waits: ");
  }

  @Test
  void shouldListInTheNextChangeWhatChangedTheRunWithoutAnEvent() {
    // Given
    PlayedRun paused = PlayedRun.annealed(6, 1).play(5).interrupt(1).play();
    List<Event> commands = paused.log().stream().filter(RunCommanded.class::isInstance).toList();

    // When
    RunChange resumed =
        paused.numberedLog().stream()
            .flatMap(each -> Optional.ofNullable(each.change()).stream())
            .filter(each -> each.causationId().equals(id(commands.get(1))))
            .findFirst()
            .orElseThrow();

    // Then
    assertThat(resumed.priorIds()).contains(id(commands.get(0)));
  }

  private List<LoggedEvent> moved(RunChange from, RunChange to) {
    return log.stream()
        .map(each -> from.equals(each.change()) ? new LoggedEvent(each.event(), to) : each)
        .toList();
  }

  /** The changes that published something, in order. */
  private List<RunChange> changes() {
    return log.stream()
        .flatMap(each -> Optional.ofNullable(each.change()).stream())
        .distinct()
        .toList();
  }

  private Event event(RunChange change) {
    return log.stream()
        .filter(each -> change.equals(each.change()))
        .findFirst()
        .orElseThrow()
        .event();
  }

  private static String id(Event event) {
    return CloudEventAttributes.id(event);
  }
}
