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
 * The evaluations that nobody waits for any more, as this process knows them: what it last read of
 * each, if that was a moment ago. An evaluation has many calls, and all of them look here. Knowing
 * it saves calls and nothing else, so while the database is away all evaluations are taken for
 * awaited. Thread-safe.
 */
@ApplicationScoped
public class AbandonedEvaluations {

  /** For how long what was read is taken for true. */
  private static final Duration FRESH = Duration.ofMillis(500);

  private static final Logger LOG = Logger.getLogger(AbandonedEvaluations.class);

  /** Known evaluations after which the stale ones are dropped. */
  private static final int MANY = 1_000;

  private final AbandonedStore store;
  private final ConcurrentMap<EvaluationId, Known> known = new ConcurrentHashMap<>();

  AbandonedEvaluations(@DataSource("ledger") AgroalDataSource dataSource) {
    this.store = new AbandonedStore(dataSource);
  }

  /**
   * Notes that nobody waits any more for evaluations: calls for them that have not begun are not
   * made, in any process, from {@link #FRESH} later on. For a run that is paused or cancelled; what
   * it proposes afterwards are other evaluations. A database that is away is passed over with a
   * warning. Blocks.
   */
  public void add(List<EvaluationId> evaluations) {
    if (evaluations.isEmpty()) {
      return;
    }
    try {
      store.add(evaluations);
    } catch (SQLException e) {
      LOG.warnf("calls of %s are made although nobody waits: %s", evaluations, e.getMessage());
    }
  }

  /** Whether nobody waits for it; as it was {@link #FRESH} ago at most. Blocks. */
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
      LOG.debugf("it cannot be read whether anybody waits: %s", e.getMessage());
      return false;
    }
  }

  private record Known(boolean abandoned, long nanoTime) {

    boolean isFresh() {
      return System.nanoTime() - nanoTime < FRESH.toNanos();
    }
  }
}
