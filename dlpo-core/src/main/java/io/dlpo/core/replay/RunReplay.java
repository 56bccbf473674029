package io.dlpo.core.replay;

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
 * Replays a run from its events.
 *
 * @param request the request that began the run
 * @param log the events of the run
 */
public record RunReplay(RunRequested request, RunLog log) {

  /**
   * Sorts the events of a run.
   *
   * @param events the events of one run, in the order of their timestamps
   * @return empty if the request that began the run is missing
   */
  public static Optional<RunReplay> of(List<LoggedEvent> events) {
    RunLog log = RunLog.of(events);
    return Optional.ofNullable(log.request()).map(request -> new RunReplay(request, log));
  }

  /** The first transition of a run; if its prompt cannot be used, the run fails. */
  public static Transition begin(RunContext context) {
    try {
      return RunState.begin(context);
    } catch (IllegalArgumentException e) {
      return RunState.refused(
          context.runId(), context.settings(), String.valueOf(e.getMessage()), 0);
    }
  }

  /**
   * Replays the whole log.
   *
   * @param context settings and data of the run
   * @param first the first transition
   * @param hasEnded whether the run is known to have ended
   */
  public Replay all(RunContext context, Transition first, boolean hasEnded) {
    Optional<Difference> request = requested(context);
    Replay replay = replay(context, first, new ReplayRange(0, hasEnded));
    return request
        .map(difference -> new Replay(new ReplayResult.Differs(difference), replay.decided()))
        .orElseGet(() -> clashing(replay));
  }

  /** Replays the log up to the end of a step; later events are not compared. */
  public Replay until(RunContext context, Transition first, int step) {
    Optional<Difference> request = requested(context);
    Replay replay = replay(context, first, new ReplayRange(step, false));
    return request
        .map(difference -> new Replay(new ReplayResult.Differs(difference), replay.decided()))
        .orElse(replay);
  }

  private Replay replay(RunContext context, Transition first, ReplayRange range) {
    return log.isNumbered()
        ? new NumberedReplay(log, context, first, range).replay()
        : new UnnumberedReplay(log, context, first, range).replay();
  }

  /** Compares the properties of the request with those of its spec. */
  private Optional<Difference> requested(RunContext context) {
    RunRequested recomputed =
        new RunRequested(
            request.runId(),
            context.settings().name(),
            request.spec(),
            request.datasetId(),
            sizes(context),
            context.settings().seed(),
            request.fork());
    return EventComparison.compare(0, request, recomputed);
  }

  private static SplitSizes sizes(RunContext context) {
    return new SplitSizes(
        context.splits().train().size(),
        context.splits().validation().size(),
        context.splits().test().size());
  }

  /** A contradiction in the log is the result, unless the replay stopped at an earlier step. */
  private Replay clashing(Replay replay) {
    Optional<Difference> clash =
        log.clashes().stream().min(Comparator.comparingInt(Difference::step));
    boolean earlier =
        clash.isPresent()
            && switch (replay.result()) {
              case ReplayResult.Agrees ignored -> true;
              case ReplayResult.Differs differs -> isBefore(clash.get(), differs.difference());
              case ReplayResult.Unknown unknown -> clash.get().step() <= unknown.step();
            };
    return earlier
        ? new Replay(new ReplayResult.Differs(clash.orElseThrow()), replay.decided())
        : replay;
  }

  /** Within a step, a proposal comes before the events that depend on it. */
  private static boolean isBefore(Difference clash, Difference other) {
    return clash.step() < other.step()
        || (clash.step() == other.step()
            && !other.event().startsWith(PromptProposed.class.getSimpleName()));
  }
}
