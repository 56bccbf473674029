package io.dlpo.optimizer.runlog;

import io.dlpo.contracts.event.ForkPoint;
import io.dlpo.contracts.event.RunRequested;
import io.dlpo.contracts.id.RunId;
import io.dlpo.core.replay.Replay;
import io.dlpo.core.replay.ReplayResult;
import io.dlpo.core.replay.RunReplay;
import io.dlpo.core.run.RunContext;
import io.dlpo.core.run.RunState;
import io.dlpo.core.run.Transition;
import io.dlpo.core.spec.ResolvedRun;
import io.dlpo.core.step.StepRecord;
import io.dlpo.optimizer.OptimizerServiceSettings;
import io.dlpo.optimizer.store.ResolvedRuns;
import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.function.UnaryOperator;

/**
 * Rebuilds runs from their events. Limits concurrent replays, because each holds its events in
 * memory. Writes and publishes nothing. Thread-safe; blocks.
 */
@ApplicationScoped
public class LoggedRuns {

  /** Maximum depth of a chain of forks; protects against cycles. */
  private static final int MAX_FORKS = 50;

  /** Limits memory: each replay holds up to {@code dlpo.optimizer.replay-bytes} of events. */
  private static final int CONCURRENT_REPLAYS = 4;

  private final Semaphore permits = new Semaphore(CONCURRENT_REPLAYS, true);
  private final LogReader reader;
  private final ResolvedRuns resolved;

  LoggedRuns(
      @Identifier("default-kafka-broker") Map<String, Object> kafka,
      ResolvedRuns resolved,
      OptimizerServiceSettings settings) {
    this.reader = new LogReader(kafka, UnaryOperator.identity(), settings.replayBytes());
    this.resolved = resolved;
  }

  /**
   * Replays a run to the end of its log.
   *
   * @param hasEnded whether the run is known to have ended
   * @throws UnreadableLogException if the log cannot be read
   */
  public Replay replay(RunId runId, boolean hasEnded) {
    permits.acquireUninterruptibly();
    try {
      RunReplay replay = log(runId);
      RunStart start = start(replay.request(), MAX_FORKS);
      return replay.all(start.context(), start.first(), hasEnded);
    } finally {
      permits.release();
    }
  }

  /**
   * Computes the start of a requested run. For a fork, replays its parent up to the fork point.
   *
   * @throws UnreadableLogException if the parent's log ends before the step or is inconsistent
   * @throws IllegalArgumentException if the settings do not fit the fork point
   * @throws io.dlpo.core.refusal.RefusedException if the spec is invalid
   */
  public RunStart start(RunRequested request) {
    resolved.published(request.spec());
    permits.acquireUninterruptibly();
    try {
      return start(request, MAX_FORKS);
    } finally {
      permits.release();
    }
  }

  private RunStart start(RunRequested request, int forksLeft) {
    ResolvedRun run = resolved.of(request.spec());
    ForkPoint fork = request.fork();
    if (fork == null) {
      RunContext context = new RunContext(request.runId(), run.settings(), run.splits(), 0);
      return new RunStart(context, RunReplay.begin(context), List.of());
    }
    if (forksLeft == 0) {
      throw new UnreadableLogException(
          "run %2$s is at the end of a chain of more than %1$d forks"
              .formatted(MAX_FORKS, request.runId().value()));
    }
    RunContext context =
        new RunContext(request.runId(), run.settings().within(fork.sampleScope()), run.splits(), 0);
    return forkOf(context, fork, forksLeft - 1);
  }

  private RunStart forkOf(RunContext context, ForkPoint fork, int forksLeft) {
    RunReplay parent = log(fork.runId());
    RunStart before = start(parent.request(), forksLeft);
    Replay replay = parent.until(before.context(), before.first(), fork.step());
    Transition decided = decided(replay, fork);
    List<StepRecord> steps = new ArrayList<>(before.inherited());
    replay.decided().stream()
        .flatMap(transition -> transition.step().stream())
        .map(StepRecord::known)
        .forEach(steps::add);
    return new RunStart(context, RunState.fork(context, decided), steps);
  }

  private static Transition decided(Replay replay, ForkPoint fork) {
    String run = "run " + fork.runId().value();
    switch (replay.result()) {
      case ReplayResult.Agrees ignored -> {}
      case ReplayResult.Differs differs ->
          throw new UnreadableLogException(
              "the log of %s does not agree: %s".formatted(run, differs.difference()));
      case ReplayResult.Unknown unknown ->
          throw new UnreadableLogException(
              "step %d of %s cannot be recomputed: %s"
                  .formatted(unknown.step(), run, unknown.reason()));
    }
    return replay
        .after(fork.step())
        .orElseThrow(
            () ->
                new UnreadableLogException(
                    "the log of %s does not reach the end of step %d".formatted(run, fork.step())));
  }

  private RunReplay log(RunId runId) {
    return RunReplay.of(reader.read(runId))
        .orElseThrow(
            () ->
                new UnreadableLogException(
                    "the topics no longer hold the request of run %s; deploy/kafka/topics.yaml sets how long they keep events"
                        .formatted(runId.value())));
  }
}
