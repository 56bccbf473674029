package io.dlpo.gateway.abandoned;

import io.agroal.api.AgroalDataSource;
import io.dlpo.contracts.id.EvaluationId;
import io.quarkus.agroal.DataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.jboss.logging.Logger;

/**
 * The abandoned evaluations, cached for a moment, since each evaluation has many calls and all of
 * them check. The check only saves calls, so while the database is unreachable no evaluation counts
 * as abandoned. Thread-safe.
 */
@ApplicationScoped
public class AbandonedEvaluations {

  /** How long a value that was read is used. */
  private static final Duration FRESH = Duration.ofMillis(500);

  private static final Logger LOG = Logger.getLogger(AbandonedEvaluations.class);

  /** Cache size above which stale entries are removed. */
  private static final int MANY = 1_000;

  private final AbandonedStore store;
  private final ConcurrentMap<EvaluationId, Known> known = new ConcurrentHashMap<>();

  AbandonedEvaluations(@DataSource("ledger") AgroalDataSource dataSource) {
    this.store = new AbandonedStore(dataSource);
  }

  /**
   * Marks evaluations as abandoned, because their run was paused or cancelled. No process starts
   * further calls for them, at the latest after {@link #FRESH}. What the run proposes later are new
   * evaluations. If the database is unreachable, logs a warning and does nothing. Blocks.
   */
  public void add(List<EvaluationId> evaluations) {
    if (evaluations.isEmpty()) {
      return;
    }
    try {
      store.add(evaluations);
    } catch (SQLException e) {
      LOG.warnf(
          "cannot mark evaluations %s as abandoned, so their calls are still made: %s",
          evaluations, e.getMessage());
    }
  }

  /** Whether an evaluation is abandoned; the answer is at most {@link #FRESH} old. Blocks. */
  public boolean contains(EvaluationId evaluation) {
    Known last = known.get(evaluation);
    if (last != null && last.isFresh()) {
      return last.abandoned();
    }
    if (known.size() > MANY) {
      known.values().removeIf(each -> !each.isFresh());
    }
    Known now = new Known(read(evaluation), System.nanoTime());
    known.put(evaluation, now);
    return now.abandoned();
  }

  private boolean read(EvaluationId evaluation) {
    try {
      return store.contains(evaluation);
    } catch (SQLException e) {
      LOG.debugf("cannot read whether an evaluation is abandoned: %s", e.getMessage());
      return false;
    }
  }

  private record Known(boolean abandoned, long nanoTime) {

    boolean isFresh() {
      return System.nanoTime() - nanoTime < FRESH.toNanos();
    }
  }
}
