package io.dlpo.core.replay;

import static org.assertj.core.api.Assertions.assertThat;

import io.dlpo.contracts.event.Event;
import io.dlpo.contracts.event.EventType;
import io.dlpo.contracts.event.PromptAccepted;
import io.dlpo.contracts.event.PromptRejected;
import io.dlpo.contracts.wire.CloudEventAttributes;
import io.dlpo.contracts.wire.RunChange;
import io.dlpo.core.run.PlayedRun;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Replays for tests. */
final class Replays {

  private Replays() {}

  /** Of a run that has ended. */
  static Replay of(PlayedRun run, List<Event> log) {
    return of(run, log, true);
  }

  static Replay of(PlayedRun run, List<Event> log, boolean hasEnded) {
    return ofNumbered(run, numbered(run, log), hasEnded);
  }

  static Replay ofNumbered(PlayedRun run, List<LoggedEvent> log, boolean hasEnded) {
    return RunReplay.of(log)
        .orElseThrow()
        .all(run.context(), RunReplay.begin(run.context()), hasEnded);
  }

  /** Of a run that was recorded by a version that did not number its changes. */
  static Replay ofUnnumbered(PlayedRun run, List<Event> log, boolean hasEnded) {
    return ofNumbered(
        run, log.stream().map(event -> new LoggedEvent(event, null)).toList(), hasEnded);
  }

  /** Where a run that has ended differs. */
  static Difference difference(PlayedRun run, List<Event> log) {
    return difference(of(run, log));
  }

  static Difference difference(Replay replay) {
    assertThat(replay.result()).isInstanceOf(ReplayResult.Differs.class);
    return ((ReplayResult.Differs) replay.result()).difference();
  }

  /** A log with the changes of the run; a decision that was turned keeps its change. */
  static List<LoggedEvent> numbered(PlayedRun run, List<Event> log) {
    Map<String, RunChange> changes = new HashMap<>();
    run.numberedLog().stream()
        .filter(logged -> logged.change() != null)
        .forEach(logged -> changes.put(key(logged.event()), logged.change()));
    return log.stream().map(event -> new LoggedEvent(event, changes.get(key(event)))).toList();
  }

  private static String key(Event event) {
    return switch (event) {
      case PromptAccepted accepted ->
          CloudEventAttributes.id(EventType.PROMPT_REJECTED, accepted.identity());
      case PromptRejected rejected -> CloudEventAttributes.id(rejected);
      default -> CloudEventAttributes.id(event);
    };
  }
}
