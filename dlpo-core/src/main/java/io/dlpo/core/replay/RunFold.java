package io.dlpo.core.replay;

import io.dlpo.contracts.event.Event;
import io.dlpo.core.run.RunState;
import io.dlpo.core.run.Transition;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The state of a replayed run: the fold of its state machine over the inputs so far. Mutable, used
 * by one replay.
 */
final class RunFold {

  private final ReplayRange range;
  private final List<Transition> decided = new ArrayList<>();
  private RunState state;
  private int events;

  /**
   * @param start the state before any change was compared
   */
  RunFold(RunState start, ReplayRange range) {
    this.state = start;
    this.range = range;
  }

  RunState state() {
    return state;
  }

  /**
   * Takes a change of the run.
   *
   * @param recorded what it published, by CloudEvents id
   * @param isLast whether the log holds no later change: then some of its events may still be about
   *     to be published, unless the run has ended
   * @return the first difference between the change and what it published; empty if there is none
   */
  Optional<Difference> take(Transition change, Map<String, Event> recorded, boolean isLast) {
    OutputComparison comparison = OutputComparison.of(recorded, change.events());
    state = change.next();
    events += recorded.size() - comparison.unmatched().size();
    if (comparison.difference().isEmpty()) {
      change.step().ifPresent(step -> decided.add(change));
    }
    boolean inFlight = isLast && !range.hasEnded() && comparison.unmatched().isEmpty();
    return comparison
        .difference()
        .or(() -> comparison.missing().filter(event -> !inFlight).map(RunFold::unpublished))
        .or(() -> comparison.unmatched().values().stream().findFirst().map(this::unexplained));
  }

  /** Counts events of the log that the replay explains beside the outputs of the changes. */
  void explained(int inputs) {
    events += inputs;
  }

  /** Whether the step after which the replay stops has ended. */
  boolean isAtLastStep() {
    return range.lastStep() > 0
        && !decided.isEmpty()
        && decided.getLast().step().orElseThrow().step() == range.lastStep();
  }

  /** The replay of a log that holds no further change. */
  Replay atEnd() {
    return range.hasEnded() && !state.view().status().hasEnded()
        ? stopped(
            new ReplayResult.Differs(
                new Difference(
                    state.view().step(),
                    "RunFinished",
                    Difference.WHOLE,
                    "that the run has ended",
                    phase())))
        : agreed();
  }

  Replay agreed() {
    return new Replay(
        new ReplayResult.Agrees(
            state.view().accepted() + state.view().rejected(),
            events,
            state.view().trajectory(),
            state.view().phase()),
        decided);
  }

  Replay stopped(ReplayResult result) {
    return new Replay(result, decided);
  }

  ReplayResult unknown(String reason) {
    return new ReplayResult.Unknown(state.view().step(), reason);
  }

  /** An event follows from the log that was not published. */
  static Difference unpublished(Event missing) {
    return new Difference(
        RunLog.step(missing),
        EventComparison.name(missing),
        Difference.WHOLE,
        "nothing",
        "that it was published");
  }

  /** An event was published that does not follow from the log. */
  Difference unexplained(Event published) {
    return new Difference(
        RunLog.step(published),
        EventComparison.name(published),
        Difference.WHOLE,
        "that it was published",
        phase());
  }

  private String phase() {
    return "a run that waits: " + state.view().phase();
  }
}
