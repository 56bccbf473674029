package io.dlpo.optimizer.runlog;

import io.dlpo.contracts.event.ForkPoint;
import io.dlpo.contracts.event.RunRequested;
import io.dlpo.contracts.id.RunId;
import io.dlpo.core.replay.Replay;
import io.dlpo.core.replay.Result;
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
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.UnaryOperator;

/**
 * Rebuilds runs from their events, one run at a time, since its events are held in memory. Writes
 * nothing and publishes nothing. Thread-safe; blocks.
 */
@ApplicationScoped
public class LoggedRuns {

  /** So many runs at most go on from each other; a ring would go on for ever. */
  private static final int MAX_FORKS = 50;

  private final Lock one = new ReentrantLock();
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
   * Replays a run as far as its log goes.
   *
   * @param hasEnded whether it is known to have ended
   * @throws UnreadableLogException if its log cannot be read
   */
  public Replay replay(RunId runId, boolean hasEnded) {
    one.lock();
    try {
      RunReplay replay = log(runId);
      Beginning beginning = beginning(replay.request(), MAX_FORKS);
      return replay.all(beginning.context(), beginning.first(), hasEnded);
    } finally {
      one.unlock();
    }
  }

  /**
   * How a run that is asked for begins; for a fork the run that it goes on from is replayed.
   *
   * @throws UnreadableLogException if that one's log does not lead to the step, or does not agree
   * @throws IllegalArgumentException if the settings cannot go on from there
   * @throws io.dlpo.core.refusal.RefusedException if the spec does not hold
   */
  public Beginning beginning(RunRequested request) {
    resolved.asked(request.spec());
    one.lock();
    try {
      return beginning(request, MAX_FORKS);
    } finally {
      one.unlock();
    }
  }

  private Beginning beginning(RunRequested request, int forksLeft) {
    ResolvedRun run = resolved.of(request.spec());
    ForkPoint fork = request.fork();
    if (fork == null) {
      RunContext context = new RunContext(request.runId(), run.settings(), run.splits(), 0);
      return new Beginning(context, RunReplay.begin(context), List.of());
    }
    if (forksLeft == 0) {
      throw new UnreadableLogException(
          "more than %d runs go on from each other before run %s"
              .formatted(MAX_FORKS, request.runId().value()));
    }
    RunContext context =
        new RunContext(request.runId(), run.settings().within(fork.sampleScope()), run.splits(), 0);
    return goingOn(context, fork, forksLeft - 1);
  }

  private Beginning goingOn(RunContext context, ForkPoint fork, int forksLeft) {
    RunReplay parent = log(fork.runId());
    Beginning before = beginning(parent.request(), forksLeft);
    Replay replay = parent.until(before.context(), before.first(), fork.step());
    Transition decided = decided(replay, fork);
    List<StepRecord> steps = new ArrayList<>(before.inherited());
    replay.decided().stream()
        .flatMap(transition -> transition.step().stream())
        .map(StepRecord::known)
        .forEach(steps::add);
    return new Beginning(context, RunState.fork(context, decided), steps);
  }

  private static Transition decided(Replay replay, ForkPoint fork) {
    String run = "run " + fork.runId().value();
    switch (replay.result()) {
      case Result.Agrees ignored -> {}
      case Result.Differs differs ->
          throw new UnreadableLogException(
              "the log of %s does not agree: %s".formatted(run, differs.difference()));
      case Result.Unknown unknown ->
          throw new UnreadableLogException(
              "step %d of %s cannot be recomputed: %s"
                  .formatted(unknown.step(), run, unknown.reason()));
    }
    return replay
        .after(fork.step())
        .orElseThrow(
            () ->
                new UnreadableLogException(
                    "the log of %s does not lead to the end of step %d"
                        .formatted(run, fork.step())));
  }

  private RunReplay log(RunId runId) {
    return RunReplay.of(reader.read(runId))
        .orElseThrow(
            () ->
                new UnreadableLogException(
                    "the topics do not hold the request of run %s any more; they keep events for as long as deploy/kafka/topics.yaml says"
                        .formatted(runId.value())));
  }
}
