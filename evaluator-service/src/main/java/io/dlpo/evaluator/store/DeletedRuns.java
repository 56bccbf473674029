package io.dlpo.evaluator.store;

import io.agroal.api.AgroalDataSource;
import io.dlpo.contracts.id.RunId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;

/** Deletes the data of deleted runs. Idempotent. Blocks. */
@ApplicationScoped
public class DeletedRuns {

  /**
   * Longer than the work queue retains a task, since a late prediction would create the evaluation
   * again.
   */
  static final Duration LATE = Duration.ofDays(4);

  private static final String NOTE =
      "insert into evaluator.deleted_run (run_id, deleted_at) values (?, ?) on conflict do nothing";

  private static final String PREDICTIONS =
      "delete from evaluator.prediction where evaluation_id in"
          + " (select id from evaluator.evaluation where run_id in (%s))";

  private static final String EVALUATIONS = "delete from evaluator.evaluation where run_id in (%s)";

  private static final String RECENT =
      "select run_id from evaluator.deleted_run where deleted_at > ?";

  private final AgroalDataSource dataSource;

  DeletedRuns(AgroalDataSource dataSource) {
    this.dataSource = dataSource;
  }

  /** Deletes all rows of a run and records its deletion. */
  @Transactional
  public void delete(RunId runId) {
    change(NOTE, runId.value(), Timestamp.from(Instant.now()));
    change(PREDICTIONS.formatted("?"), runId.value());
    change(EVALUATIONS.formatted("?"), runId.value());
  }

  /** Deletes rows that predictions in flight have created after the deletion of their run. */
  @Transactional
  public void deleteLate() {
    Timestamp since = Timestamp.from(Instant.now().minus(LATE));
    change(PREDICTIONS.formatted(RECENT), since);
    change(EVALUATIONS.formatted(RECENT), since);
  }

  private void change(String statement, Object... values) {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement prepared = connection.prepareStatement(statement)) {
      for (int i = 0; i < values.length; i++) {
        prepared.setObject(i + 1, values[i]);
      }
      prepared.executeUpdate();
    } catch (SQLException e) {
      throw new IllegalStateException("cannot delete the rows of deleted runs", e);
    }
  }
}
