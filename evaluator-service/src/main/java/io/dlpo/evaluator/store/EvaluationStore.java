package io.dlpo.evaluator.store;

import io.dlpo.contracts.event.BatchScored;
import io.dlpo.evaluator.EvaluatorSettings;
import io.dlpo.evaluator.aggregate.Aggregation;
import io.dlpo.evaluator.aggregate.ScoredPrediction;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import org.hibernate.Timeouts;
import org.hibernate.jpa.SpecHints;

/**
 * Finds overdue evaluations and unpublished results. Each method is a transaction of its own and
 * blocks. Threads and processes may call them concurrently: an evaluation's row is locked while it
 * is processed.
 */
@ApplicationScoped
public class EvaluationStore implements PanacheRepositoryBase<StoredEvaluation, String> {

  private static final int SWEEP_LIMIT = 20;

  private final EvaluatorSettings settings;

  EvaluationStore(EvaluatorSettings settings) {
    this.settings = settings;
  }

  /**
   * Closes some of the overdue evaluations; missing predictions count as failed. Their results
   * become due for publication immediately. Skips evaluations that another process has locked.
   *
   * @return the results of the closed evaluations
   */
  @Transactional
  public List<BatchScored> closeOverdue() {
    Instant now = Instant.now();
    List<StoredEvaluation> overdue = lockSome("closedAt is null and due < ?1", now);
    overdue.forEach(
        row -> {
          BatchScored result = aggregate(row);
          row.close(result, result.examples().getFirst().exampleId(), now);
          row.publishAgainAt(now);
        });
    return overdue.stream().map(StoredEvaluation::result).toList();
  }

  /** Returns some of the results that are due for publication; they become due again later. */
  @Transactional
  public List<BatchScored> takeUnpublished() {
    Instant now = Instant.now();
    List<StoredEvaluation> unpublished = lockSome("publishDue <= ?1", now);
    unpublished.forEach(row -> row.publishAgainAt(now.plus(settings.republishAfter())));
    return unpublished.stream().map(StoredEvaluation::result).toList();
  }

  private BatchScored aggregate(StoredEvaluation row) {
    List<ScoredPrediction> predictions =
        getEntityManager()
            .createQuery("from StoredPrediction where evaluationId = ?1", StoredPrediction.class)
            .setParameter(1, row.id())
            .getResultStream()
            .map(StoredPrediction::scored)
            .toList();
    return Aggregation.close(row.details(), predictions, settings.maxMistakes());
  }

  private List<StoredEvaluation> lockSome(String condition, Instant now) {
    return find(condition, now)
        .withLock(LockModeType.PESSIMISTIC_WRITE)
        .withHint(SpecHints.HINT_SPEC_LOCK_TIMEOUT, Timeouts.SKIP_LOCKED_MILLI)
        .page(0, SWEEP_LIMIT)
        .list();
  }
}
