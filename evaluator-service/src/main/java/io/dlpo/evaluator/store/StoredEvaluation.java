package io.dlpo.evaluator.store;

import io.dlpo.contracts.evaluation.Evaluation;
import io.dlpo.contracts.event.BatchScored;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A row of table {@code evaluation}, inserted by the statement that counts predictions. */
@Entity
@Table(schema = "evaluator", name = "evaluation")
class StoredEvaluation {

  @Id private @Nullable String id;

  @Convert(converter = JsonColumn.OfEvaluation.class)
  @Column(updatable = false)
  private @Nullable Evaluation details;

  @Column(updatable = false)
  private @Nullable Instant due;

  @Column(name = "closed_at")
  private @Nullable Instant closedAt;

  @Column(name = "closed_by")
  private @Nullable String closedBy;

  @Convert(converter = JsonColumn.OfBatchScored.class)
  private @Nullable BatchScored result;

  @Column(name = "publish_due")
  private @Nullable Instant publishDue;

  StoredEvaluation() {}

  String id() {
    return Objects.requireNonNull(id);
  }

  Evaluation details() {
    return Objects.requireNonNull(details);
  }

  /** The result of a closed evaluation. */
  BatchScored result() {
    return Objects.requireNonNull(result, () -> "evaluation " + id + " is still open");
  }

  /**
   * Closes the evaluation.
   *
   * @param by the example whose prediction publishes the result again when it is repeated
   */
  void close(BatchScored outcome, String by, Instant now) {
    result = outcome;
    closedBy = by;
    closedAt = now;
  }

  /**
   * Schedules another publication of the result, in case the broker has not acknowledged it by
   * then.
   */
  void publishAgainAt(Instant time) {
    publishDue = time;
  }
}
