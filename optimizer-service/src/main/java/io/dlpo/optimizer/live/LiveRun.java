package io.dlpo.optimizer.live;

import io.dlpo.contracts.id.RunId;
import io.dlpo.core.step.StepRecord;
import io.dlpo.optimizer.store.RunDetails;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArraySet;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * A run with its viewers. Keeps what the viewers know, so that a new one needs no read and a change
 * needs one read for all. Thread-safe; blocks while it reads.
 */
final class LiveRun {

  private final RunId runId;
  private final RunSource source;
  private final Lock one = new ReentrantLock();
  private final Set<Viewer> viewers = new CopyOnWriteArraySet<>();
  private final List<StepRecord> steps = new ArrayList<>();
  private final LookTimes times;
  private @Nullable RunDetails known;

  LiveRun(RunId runId, RunSource source, long now) {
    this.runId = runId;
    this.source = source;
    this.times = new LookTimes(now);
  }

  RunId runId() {
    return runId;
  }

  /**
   * Adds a viewer and tells it all steps and the status.
   *
   * @return empty if there is no such run
   */
  Optional<Viewer> join() {
    one.lock();
    try {
      RunDetails before = known;
      if (before == null || (viewers.isEmpty() && !source.isUnchanged(before))) {
        read();
      }
      RunDetails run = known;
      if (run == null) {
        return Optional.empty();
      }
      Viewer viewer = new Viewer(viewers::remove);
      steps.forEach(step -> viewer.tell(new LiveMessage.StepMade(step)));
      viewer.tell(new LiveMessage.RunChanged(run));
      viewer.tell(new LiveMessage.StatusSet(run));
      if (run.view().status().hasEnded()) {
        viewer.close();
      } else {
        viewers.add(viewer);
      }
      return Optional.of(viewer);
    } finally {
      one.unlock();
    }
  }

  /** Notes that a viewer is about to join. */
  void wanted(long now) {
    times.wanted(now);
  }

  /** Passes a record on, and expects a change soon. */
  void saw(SeenRecord record, long now) {
    times.seen(now);
    tell(new LiveMessage.RecordSeen(record));
  }

  int viewers() {
    return viewers.size();
  }

  /** Whether it is time to look for a change. */
  boolean isDue(long now) {
    return times.isDue(now, !viewers.isEmpty());
  }

  /** Whether nobody views it, and nothing was seen of it for a while. */
  boolean isIdle(long now) {
    return viewers.isEmpty() && times.isQuiet(now);
  }

  /**
   * Looks for a change and tells the viewers.
   *
   * @return the message for those who view all runs; empty if nothing has changed
   */
  Optional<LiveMessage> look(long now) {
    one.lock();
    try {
      times.looked(now);
      RunDetails before = known;
      if (before != null && source.isUnchanged(before)) {
        return Optional.empty();
      }
      int told = steps.size();
      read();
      RunDetails run = known;
      if (run == null) {
        return before == null ? Optional.empty() : Optional.of(gone());
      }
      steps.subList(told, steps.size()).forEach(step -> tell(new LiveMessage.StepMade(step)));
      LiveMessage changed = new LiveMessage.RunChanged(run);
      tell(changed);
      if (before == null || before.view().status() != run.view().status()) {
        tell(new LiveMessage.StatusSet(run));
      }
      if (run.view().status().hasEnded()) {
        viewers.forEach(Viewer::close);
      }
      return Optional.of(changed);
    } finally {
      one.unlock();
    }
  }

  private LiveMessage gone() {
    LiveMessage gone = new LiveMessage.RunGone(runId);
    tell(gone);
    viewers.forEach(Viewer::close);
    return gone;
  }

  /** The steps are read after the state, so that a state never lacks a step of its own. */
  private void read() {
    known = source.run(runId).orElse(null);
    if (known != null) {
      steps.addAll(source.stepsAfter(runId, steps.isEmpty() ? 0 : steps.getLast().step()));
    }
  }

  private void tell(LiveMessage message) {
    viewers.forEach(viewer -> viewer.tell(message));
  }

  void close() {
    viewers.forEach(Viewer::close);
  }
}
