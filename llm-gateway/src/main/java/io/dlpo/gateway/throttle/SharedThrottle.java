package io.dlpo.gateway.throttle;

import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.locks.ReentrantLock;
import org.jboss.logging.Logger;

/**
 * The throttle of one model, shared by all processes and cached for a second. While the database is
 * unreachable, the last known throttle applies and no call waits for the database. Thread-safe.
 */
public final class SharedThrottle {

  private static final Logger LOG = Logger.getLogger(SharedThrottle.class);
  private static final Duration FRESH = Duration.ofSeconds(1);

  private final ThrottleStore store;
  private final String key;
  private final ReentrantLock reading = new ReentrantLock();
  private volatile Known known = new Known(Throttle.NONE, System.nanoTime() - FRESH.toNanos());

  /**
   * @param key identifies the endpoint and the model
   */
  public SharedThrottle(ThrottleStore store, String key) {
    this.store = store;
    this.key = key;
  }

  /** The cached throttle, without reading the database. Does not block. */
  public Throttle known() {
    Known last = known;
    return last.throttle().after(Duration.ofNanos(System.nanoTime() - last.nanoTime()));
  }

  /** The throttle, at most a second old while the database is reachable. */
  public Throttle now() {
    if (System.nanoTime() - known.nanoTime() >= FRESH.toNanos() && reading.tryLock()) {
      try {
        known = new Known(store.read(key), System.nanoTime());
      } catch (SQLException e) {
        LOG.debugf("cannot read the shared throttle: %s", e.getMessage());
        known = new Known(known(), System.nanoTime());
      } finally {
        reading.unlock();
      }
    }
    return known();
  }

  /**
   * Records a 429 for all processes; for this one also if the database is unreachable.
   *
   * @param requested how long the endpoint asked for no calls; zero if it did not
   */
  public void refused(Duration requested) {
    try {
      known = new Known(store.refused(key, requested), System.nanoTime());
    } catch (SQLException e) {
      LOG.warnf("cannot share a 429 with the other processes: %s", e.getMessage());
      known = new Known(known().refused(requested), System.nanoTime());
    }
  }

  private record Known(Throttle throttle, long nanoTime) {}
}
