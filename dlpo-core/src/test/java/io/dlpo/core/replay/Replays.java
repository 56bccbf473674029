package io.dlpo.core.replay;

import static org.assertj.core.api.Assertions.assertThat;

import io.dlpo.contracts.event.Event;
import io.dlpo.core.run.PlayedRun;
import java.util.List;

/** Replays for tests. */
final class Replays {

  private Replays() {}

  /** Of a run that has ended. */
  static Replay of(PlayedRun run, List<Event> log) {
    return of(run, log, true);
  }

  static Replay of(PlayedRun run, List<Event> log, boolean hasEnded) {
    return RunReplay.of(log)
        .orElseThrow()
        .all(run.context(), RunReplay.begin(run.context()), hasEnded);
  }

  /** Where a run that has ended differs. */
  static Difference difference(PlayedRun run, List<Event> log) {
    Result result = of(run, log).result();
    assertThat(result).isInstanceOf(Result.Differs.class);
    return ((Result.Differs) result).difference();
  }
}
