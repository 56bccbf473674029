package io.dlpo.optimizer.waiting;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The backlog and the rate of each consumer group. A rate needs two looks, so it is known while
 * somebody keeps looking. Thread-safe; blocks for a few seconds at most.
 */
@ApplicationScoped
public class Flow {

  private static final double NANOS = 1e9;

  /** A mean over a longer time says nothing about now. */
  private static final double LONGEST_SECONDS = Duration.ofMinutes(1).toSeconds();

  private final Groups groups;
  private final Lock one = new ReentrantLock();
  private Map<PipelineStage, GroupState> latest = Map.of();
  private long latestAt;
  private List<StageFlow> told = List.of();

  Flow(Groups groups) {
    this.groups = groups;
  }

  /** Returns all edges in processing order, or empty if the broker does not answer. */
  public Optional<List<StageFlow>> now() {
    return groups.now().map(this::after);
  }

  private List<StageFlow> after(Map<PipelineStage, GroupState> states) {
    one.lock();
    try {
      if (!states.equals(latest) || told.isEmpty() || isOld()) {
        double seconds = (System.nanoTime() - latestAt) / NANOS;
        Map<PipelineStage, GroupState> before = seconds > LONGEST_SECONDS ? Map.of() : latest;
        told =
            Arrays.stream(PipelineStage.values())
                .map(
                    stage ->
                        StageFlow.of(
                            stage,
                            states.getOrDefault(stage, GroupState.NONE),
                            before.get(stage),
                            seconds))
                .toList();
        latest = states;
        latestAt = System.nanoTime();
      }
      return told;
    } finally {
      one.unlock();
    }
  }

  /** Whether the states were looked up again since, even if they are the same. */
  private boolean isOld() {
    return System.nanoTime() - latestAt > Groups.KEPT.toNanos();
  }
}
