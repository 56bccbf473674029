package io.dlpo.evaluator.store;

import io.agroal.api.AgroalDataSource;
import io.dlpo.contracts.id.EvaluationId;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads which spans scored the predictions of an evaluation. Other processes may have scored them,
 * and their result may be published long after. Blocks.
 */
@ApplicationScoped
public class TraceStore {

  private static final String LATEST =
      "select traceparent from evaluator.prediction"
          + " where evaluation_id = ? and traceparent is not null"
          + " order by received_at desc limit ?";

  private final AgroalDataSource dataSource;

  TraceStore(AgroalDataSource dataSource) {
    this.dataSource = dataSource;
  }

  /** The latest spans as W3C trace parents, the last one first. */
  public List<String> latest(EvaluationId evaluation, int limit) {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement statement = connection.prepareStatement(LATEST)) {
      statement.setString(1, evaluation.value());
      statement.setInt(2, limit);
      List<String> traceparents = new ArrayList<>();
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          traceparents.add(row.getString(1));
        }
      }
      return traceparents;
    } catch (SQLException e) {
      throw new IllegalStateException("cannot read the spans of evaluation " + evaluation, e);
    }
  }
}
