package io.dlpo.core.replay;

import io.dlpo.contracts.event.Event;
import io.dlpo.contracts.event.PromptProposed;
import io.dlpo.contracts.event.RunRequested;
import io.dlpo.contracts.event.SplitSizes;
import io.dlpo.core.run.RunContext;
import io.dlpo.core.run.RunState;
import io.dlpo.core.run.Transition;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Replays of runs from lists of their events.
 *
 * @param request what began the run
 * @param log its events
 */
public record RunReplay(RunRequested request, RunLog log) {

  /**
   * Sorts the events of a run.
   *
   * @param events of one run, in the order in which they seem to have happened
   * @return empty if the request that began the run is not among them
   */
  public static Optional<RunReplay> of(List<Event> events) {
    RunLog log = RunLog.of(events);
    return Optional.ofNullable(log.request()).map(request -> new RunReplay(request, log));
  }

  /** How a run begins with its prompt; one that cannot has failed from the start. */
  public static Transition begin(RunContext context) {
    try {
      return RunState.begin(context);
    } catch (IllegalArgumentException e) {
      return RunState.refused(
          context.runId(), context.settings(), String.valueOf(e.getMessage()), 0);
    }
  }

  /**
   * Replays all of the log.
   *
   * @param context what the run works on
   * @param first how it began
   * @param hasEnded whether it is known to have ended
   */
  public Replay all(RunContext context, Transition first, boolean hasEnded) {
    Optional<Difference> asked = requested(context);
    Replay replay = new Replayer(log, context, first, new Goal(0, hasEnded)).replay();
    return asked
        .map(difference -> new Replay(new Result.Differs(difference), replay.decided()))
        .orElseGet(() -> clashing(replay));
  }

  /** Replays the log up to the end of a step, and holds the rest against nothing. */
  public Replay until(RunContext context, Transition first, int step) {
    Optional<Difference> asked = requested(context);
    Replay replay = new Replayer(log, context, first, new Goal(step, false)).replay();
    return asked
        .map(difference -> new Replay(new Result.Differs(difference), replay.decided()))
        .orElse(replay);
  }

  /** The request's own figures are those of its spec. */
  private Optional<Difference> requested(RunContext context) {
    RunRequested told =
        new RunRequested(
            request.runId(),
            context.settings().name(),
            request.spec(),
            request.datasetId(),
            sizes(context),
            context.settings().seed(),
            request.fork());
    return EventComparison.compare(0, request, told);
  }

  private static SplitSizes sizes(RunContext context) {
    return new SplitSizes(
        context.splits().train().size(),
        context.splits().validation().size(),
        context.splits().test().size());
  }

  /** What contradicts itself in the log is told, unless something earlier is. */
  private Replay clashing(Replay replay) {
    Optional<Difference> clash =
        log.clashes().stream().min(Comparator.comparingInt(Difference::step));
    boolean earlier =
        clash.isPresent()
            && switch (replay.result()) {
              case Result.Agrees ignored -> true;
              case Result.Differs differs -> isBefore(clash.get(), differs.difference());
              case Result.Unknown unknown -> clash.get().step() <= unknown.step();
            };
    return earlier ? new Replay(new Result.Differs(clash.orElseThrow()), replay.decided()) : replay;
  }

  /** What is proposed comes before what is made of it. */
  private static boolean isBefore(Difference clash, Difference other) {
    return clash.step() < other.step()
        || (clash.step() == other.step()
            && !other.event().startsWith(PromptProposed.class.getSimpleName()));
  }
}
