package io.dlpo.evaluator.store;

import io.dlpo.contracts.evaluation.Evaluation;
import io.dlpo.contracts.event.BatchScored;
import io.dlpo.contracts.id.EvaluationId;
import io.dlpo.evaluator.EvaluatorSettings;
import io.dlpo.evaluator.aggregate.Aggregation;
import io.dlpo.evaluator.aggregate.ScoredPrediction;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.hibernate.Timeouts;
import org.hibernate.jpa.SpecHints;

/**
 * Counts predictions until an evaluation is complete, then closes it. Each method is one
 * transaction of its own and blocks; any number of threads and processes may call them at once: the
 * evaluation's row is locked from the count to the commit, so exactly one transaction closes it.
 */
@ApplicationScoped
public class EvaluationStore implements PanacheRepositoryBase<StoredEvaluation, String> {

  /** The prediction is inserted if it is new, and then lowers the counter; all in one statement. */
  private static final String COUNT =
      """
      with fresh as (
        insert into evaluator.prediction (evaluation_id, example_id, scored, received_at)
        values (?, ?, ?, ?)
        on conflict do nothing
        returning evaluation_id)
      insert into evaluator.evaluation as known (id, run_id, details, open, due)
      select evaluation_id, ?, ?, ? - 1, ? from fresh
      on conflict (id) do update set open = known.open - 1 where known.closed_at is null
      returning open
      """;

  private static final int SWEEP_LIMIT = 20;

  private final EvaluatorSettings settings;

  EvaluationStore(EvaluatorSettings settings) {
    this.settings = settings;
  }

  /**
   * Counts a prediction. One that was counted before, or comes after the evaluation was closed,
   * changes nothing.
   *
   * @return the result if this prediction closes the evaluation, or closed it before
   */
  @Transactional
  public Optional<BatchScored> count(Evaluation evaluation, ScoredPrediction prediction) {
    OptionalInt open = lowerCounter(evaluation, prediction);
    if (open.isEmpty()) {
      return findByIdOptional(evaluation.id().value())
          .filter(row -> row.wasClosedBy(prediction.exampleId()))
          .map(StoredEvaluation::result);
    }
    if (open.getAsInt() > 0) {
      return Optional.empty();
    }
    StoredEvaluation row = findById(evaluation.id().value());
    Instant now = Instant.now();
    BatchScored result = aggregate(row);
    row.close(result, prediction.exampleId(), now);
    row.publishAgainAt(now.plus(settings.republishAfter()));
    return Optional.of(result);
  }

  /**
   * How many predictions the evaluation still misses; empty if this one was counted before. Plain
   * JDBC: Hibernate would keep the reading of a native query anew for each call, and search them
   * all.
   */
  private OptionalInt lowerCounter(Evaluation evaluation, ScoredPrediction prediction) {
    Instant now = Instant.now();
    return getSession()
        .doReturningWork(
            connection -> {
              try (PreparedStatement statement = connection.prepareStatement(COUNT)) {
                statement.setString(1, evaluation.id().value());
                statement.setString(2, prediction.exampleId());
                statement.setString(3, JsonColumn.write(prediction));
                statement.setTimestamp(4, Timestamp.from(now));
                statement.setString(5, evaluation.runId().value());
                statement.setString(6, JsonColumn.write(evaluation));
                statement.setInt(7, evaluation.size());
                statement.setTimestamp(8, Timestamp.from(now.plus(settings.deadline())));
                try (ResultSet open = statement.executeQuery()) {
                  return open.next() ? OptionalInt.of(open.getInt(1)) : OptionalInt.empty();
                }
              }
            });
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

  /** Notes that the broker has the result. */
  @Transactional
  public void markPublished(EvaluationId id) {
    update("publishDue = null where id = ?1", id.value());
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
