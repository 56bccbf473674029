package io.dlpo.optimizer.live;

import io.dlpo.contracts.id.RunId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArraySet;
import java.util.function.LongSupplier;

/**
 * All runs that somebody views. Decides what a record and the passing of time mean for the viewers;
 * knows neither Kafka nor threads. Thread-safe.
 */
final class LiveRuns {

  private final RunSource source;
  private final LongSupplier clock;
  private final Map<RunId, LiveRun> runs = new ConcurrentHashMap<>();
  private final Set<Viewer> ofAll = new CopyOnWriteArraySet<>();

  /**
   * @param clock nanoseconds
   */
  LiveRuns(RunSource source, LongSupplier clock) {
    this.source = source;
    this.clock = clock;
  }

  /** Adds a viewer of a run; empty if there is no such run. */
  Optional<Viewer> join(RunId runId) {
    LiveRun run = wanted(runId);
    Optional<Viewer> viewer = run.join();
    if (viewer.isEmpty()) {
      runs.remove(runId, run);
    }
    return viewer;
  }

  /** Adds a viewer of the changes of all runs. */
  Viewer joinAll() {
    Viewer viewer = new Viewer(ofAll::remove);
    ofAll.add(viewer);
    return viewer;
  }

  /** The number of open streams. */
  int viewers() {
    return ofAll.size() + runs.values().stream().mapToInt(LiveRun::viewers).sum();
  }

  /** Passes records on to the viewers of their runs. */
  void saw(Collection<SeenRecord> records) {
    for (SeenRecord record : records) {
      find(record.runId()).ifPresent(run -> run.saw(record, clock.getAsLong()));
    }
  }

  private Optional<LiveRun> find(String runId) {
    RunId id;
    try {
      id = new RunId(runId);
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
    return Optional.ofNullable(ofAll.isEmpty() ? runs.get(id) : wanted(id));
  }

  /** The run, which is not forgotten while a viewer joins it. */
  private LiveRun wanted(RunId runId) {
    long now = clock.getAsLong();
    return runs.compute(
        runId,
        (id, known) -> {
          LiveRun run = known == null ? new LiveRun(id, source, now) : known;
          run.wanted(now);
          return run;
        });
  }

  /** Looks for changes where it is time to, and forgets runs that nobody views. */
  void look() {
    long now = clock.getAsLong();
    for (LiveRun run : List.copyOf(runs.values())) {
      runs.computeIfPresent(run.runId(), (id, known) -> known.isIdle(now) ? null : known);
      if (run.isDue(now)) {
        run.look(now).ifPresent(message -> ofAll.forEach(viewer -> viewer.tell(message)));
      }
    }
  }

  void close() {
    ofAll.forEach(Viewer::close);
    runs.values().forEach(LiveRun::close);
  }
}
