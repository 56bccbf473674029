package io.dlpo.core.replay;

import io.dlpo.contracts.event.Event;
import io.dlpo.core.run.RunState;
import io.dlpo.core.run.Transition;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The state of a replayed run: a fold of its state machine over the inputs so far. Mutable; single
 * use.
 */
final class RunFold {

  private final ReplayRange range;
  private final List<Transition> decided = new ArrayList<>();
  private RunState state;
  private int events;

  /**
   * @param start the state before the first change
   */
  RunFold(RunState start, ReplayRange range) {
    this.state = start;
    this.range = range;
  }

  RunState state() {
    return state;
  }

  /**
   * Applies a change of the run.
   *
   * @param recorded the events that it published, by CloudEvents id
   * @param isLast whether this is the last change in the log; some of its events may not be
   *     published yet, unless the run has ended
   * @return the first difference between the recomputed and the published events; empty if there is
   *     none
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

  /** Counts inputs of the log that the replay has accounted for. */
  void explained(int inputs) {
    events += inputs;
  }

  /** Whether the last step to replay has ended. */
  boolean isAtLastStep() {
    return range.lastStep() > 0
        && !decided.isEmpty()
        && decided.getLast().step().orElseThrow().step() == range.lastStep();
  }

  /** The result at the end of the log. */
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

  /** A recomputed event was not published. */
  static Difference unpublished(Event missing) {
    return new Difference(
        RunLog.step(missing),
        EventComparison.name(missing),
        Difference.WHOLE,
        "nothing",
        "that it was published");
  }

  /** A published event was not recomputed. */
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
