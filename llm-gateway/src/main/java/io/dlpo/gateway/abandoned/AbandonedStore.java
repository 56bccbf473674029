package io.dlpo.gateway.abandoned;

import io.dlpo.contracts.id.EvaluationId;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;

/** Stores abandoned evaluations in PostgreSQL. Thread-safe; blocks. */
public final class AbandonedStore {

  private static final String INSERT =
      "insert into ledger.abandoned_evaluation (evaluation_id, abandoned_at) values (?, clock_timestamp())"
          + " on conflict (evaluation_id) do nothing";
  private static final String SELECT =
      "select 1 from ledger.abandoned_evaluation where evaluation_id = ?";

  /** Longer than any topic retains a task. */
  private static final String FORGET =
      "delete from ledger.abandoned_evaluation where abandoned_at < clock_timestamp() - interval '90 days'";

  private final DataSource dataSource;

  /**
   * @param dataSource a database with schema {@code ledger}
   */
  public AbandonedStore(DataSource dataSource) {
    this.dataSource = dataSource;
  }

  /**
   * Adds evaluations and deletes old ones.
   *
   * @throws SQLException if the database is unreachable; some evaluations may have been added
   */
  public void add(List<EvaluationId> evaluations) throws SQLException {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement insert = connection.prepareStatement(INSERT);
        PreparedStatement forget = connection.prepareStatement(FORGET)) {
      for (EvaluationId evaluation : evaluations) {
        insert.setString(1, evaluation.value());
        insert.addBatch();
      }
      insert.executeBatch();
      forget.executeUpdate();
    }
  }

  /**
   * Whether an evaluation is abandoned.
   *
   * @throws SQLException if the database is unreachable
   */
  public boolean contains(EvaluationId evaluation) throws SQLException {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement select = connection.prepareStatement(SELECT)) {
      select.setString(1, evaluation.value());
      try (ResultSet row = select.executeQuery()) {
        return row.next();
      }
    }
  }
}
