package io.dlpo.optimizer.live;

import io.dlpo.contracts.id.RunId;
import io.smallrye.common.annotation.Identifier;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import org.apache.kafka.common.KafkaException;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The viewers of this replica and the thread that serves them all. The thread and its consumer live
 * while somebody views something. Without the broker, viewers still see changes, some seconds
 * later. Thread-safe.
 */
@ApplicationScoped
public class LiveHub {

  private static final Logger LOG = Logger.getLogger(LiveHub.class);

  private static final Duration TICK = Duration.ofMillis(100);
  private static final Duration AGAIN = Duration.ofSeconds(5);
  private static final long KEPT = Duration.ofSeconds(30).toNanos();

  private final Map<String, Object> kafka;
  private final StoredRuns stored;
  private final LiveRuns runs;
  private final Lock life = new ReentrantLock();
  private final CountDownLatch stop = new CountDownLatch(1);
  private @Nullable Thread thread;
  private long viewedAt = System.nanoTime();
  private long openedAt = System.nanoTime() - AGAIN.toNanos();

  LiveHub(@Identifier("default-kafka-broker") Map<String, Object> kafka, StoredRuns stored) {
    this.kafka = kafka;
    this.stored = stored;
    this.runs = new LiveRuns(stored, System::nanoTime);
  }

  /** The number of open streams. */
  public int viewers() {
    return runs.viewers();
  }

  /** How often the database was read for viewers since the start. */
  public long reads() {
    return stored.reads();
  }

  /**
   * Opens a stream of a run, which begins with its steps and its status and ends with the run.
   * Blocks.
   *
   * @return empty if there is no such run
   */
  public Optional<Viewer> watch(RunId runId) {
    ensureServed();
    return runs.join(runId);
  }

  /** Opens a stream of the changes of all runs. */
  public Viewer watchAll() {
    ensureServed();
    return runs.joinAll();
  }

  private void ensureServed() {
    life.lock();
    try {
      viewedAt = System.nanoTime();
      if (thread == null && !isStopped()) {
        thread = Thread.ofPlatform().daemon().name("live-runs").start(this::serve);
      }
    } finally {
      life.unlock();
    }
  }

  private void serve() {
    RecordFeed feed = null;
    try {
      while (isNeeded()) {
        feed = served(feed);
      }
    } finally {
      if (feed != null) {
        feed.close();
      }
    }
  }

  /** One round. Whatever fails is tried again: viewers wait for it. */
  private @Nullable RecordFeed served(@Nullable RecordFeed before) {
    RecordFeed feed = before;
    try {
      feed = feed == null ? opened() : feed;
      if (feed == null) {
        pause();
      } else {
        runs.saw(feed.next(TICK));
      }
    } catch (KafkaException e) {
      LOG.warnf("viewers of runs see no events now: %s", e.getMessage());
      if (feed != null) {
        feed.close();
      }
      feed = null;
    }
    try {
      runs.look();
    } catch (RuntimeException e) {
      LOG.warnf("viewers of runs see no changes now: %s", e.getMessage());
      pause();
    }
    return feed;
  }

  private @Nullable RecordFeed opened() {
    if (System.nanoTime() - openedAt < AGAIN.toNanos()) {
      return null;
    }
    openedAt = System.nanoTime();
    return new RecordFeed(kafka);
  }

  private boolean isNeeded() {
    life.lock();
    try {
      if (runs.viewers() > 0) {
        viewedAt = System.nanoTime();
      }
      boolean needed = !isStopped() && System.nanoTime() - viewedAt < KEPT;
      if (!needed) {
        thread = null;
        openedAt = System.nanoTime() - AGAIN.toNanos();
      }
      return needed;
    } finally {
      life.unlock();
    }
  }

  private boolean isStopped() {
    return stop.getCount() == 0;
  }

  private void pause() {
    try {
      if (stop.await(TICK.toMillis(), TimeUnit.MILLISECONDS)) {
        LOG.debug("the hub stops");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @PreDestroy
  void close() {
    stop.countDown();
    runs.close();
  }
}
