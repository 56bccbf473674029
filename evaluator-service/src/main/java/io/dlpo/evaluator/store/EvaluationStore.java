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
 * Evaluations that need a look from time to time: overdue ones, and results that nobody published.
 * Each method is one transaction of its own and blocks; any number of threads and processes may
 * call them at once: whoever works on an evaluation has its row locked.
 */
@ApplicationScoped
public class EvaluationStore implements PanacheRepositoryBase<StoredEvaluation, String> {

  private static final int SWEEP_LIMIT = 20;

  private final EvaluatorSettings settings;

  EvaluationStore(EvaluatorSettings settings) {
    this.settings = settings;
  }

  /**
   * Closes some of the evaluations that are overdue; what is missing counts as failed. Their
   * results are due for publication at once. Passes over those that another process works on.
   *
   * @return those it closed
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

  /** Takes some of the results that are due for publication; they are due again after a while. */
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
