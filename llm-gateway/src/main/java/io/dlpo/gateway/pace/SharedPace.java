package io.dlpo.gateway.pace;

import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.locks.ReentrantLock;
import org.jboss.logging.Logger;

/**
 * The pace of one model's calls as this process knows it: what it last read or noted, and the time
 * since. It only slows down, so while the database is away the last known pace holds and nobody
 * waits for it. Thread-safe.
 */
public final class SharedPace {

  private static final Logger LOG = Logger.getLogger(SharedPace.class);
  private static final Duration FRESH = Duration.ofSeconds(1);

  private final PaceStore store;
  private final String key;
  private final ReentrantLock reading = new ReentrantLock();
  private volatile Known known = new Known(Pace.FULL, System.nanoTime() - FRESH.toNanos());

  /**
   * @param key of the endpoint and the model
   */
  public SharedPace(PaceStore store, String key) {
    this.store = store;
    this.key = key;
  }

  /** The pace as it is known, without a look at the database. Does not block. */
  public Pace known() {
    Known last = known;
    return last.pace().after(Duration.ofNanos(System.nanoTime() - last.nanoTime()));
  }

  /** The pace, of a second ago at most while the database answers. */
  public Pace now() {
    if (System.nanoTime() - known.nanoTime() >= FRESH.toNanos() && reading.tryLock()) {
      try {
        known = new Known(store.read(key), System.nanoTime());
      } catch (SQLException e) {
        LOG.debugf("the shared pace cannot be read: %s", e.getMessage());
        known = new Known(known(), System.nanoTime());
      } finally {
        reading.unlock();
      }
    }
    return known();
  }

  /**
   * Notes a refusal for all processes; for this one also if the database is away.
   *
   * @param asked for how long the endpoint wants peace; zero if it did not say
   */
  public void refused(Duration asked) {
    try {
      known = new Known(store.refused(key, asked), System.nanoTime());
    } catch (SQLException e) {
      LOG.warnf("the other processes cannot be told of a 429: %s", e.getMessage());
      known = new Known(known().refused(asked), System.nanoTime());
    }
  }

  private record Known(Pace pace, long nanoTime) {}
}
