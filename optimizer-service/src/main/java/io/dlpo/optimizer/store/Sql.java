package io.dlpo.optimizer.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Executes JDBC statements in the caller's transaction. Queries that read many rows frequently
 * bypass Hibernate, which would cache an interpretation of each native query.
 *
 * @param dataSource a data source that is enlisted in the service's transactions
 */
record Sql(DataSource dataSource) {

  /** Maps a row. */
  interface Reading<T> {
    T of(ResultSet row) throws SQLException;
  }

  /**
   * Returns the rows of a query.
   *
   * @throws StoreException if the database does not answer
   */
  <T> List<T> rows(String query, Reading<T> reading, @Nullable Object... values) {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement statement = connection.prepareStatement(query)) {
      bind(statement, values);
      try (ResultSet rows = statement.executeQuery()) {
        List<T> read = new ArrayList<>();
        while (rows.next()) {
          read.add(reading.of(rows));
        }
        return read;
      }
    } catch (SQLException e) {
      throw new StoreException("cannot read: " + query, e);
    }
  }

  /**
   * Executes an update.
   *
   * @throws StoreException if the database does not answer
   */
  void change(String statement, @Nullable Object... values) {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement prepared = connection.prepareStatement(statement)) {
      bind(prepared, values);
      prepared.executeUpdate();
    } catch (SQLException e) {
      throw new StoreException("cannot change: " + statement, e);
    }
  }

  private static void bind(PreparedStatement statement, @Nullable Object... values)
      throws SQLException {
    for (int i = 0; i < values.length; i++) {
      statement.setObject(i + 1, values[i]);
    }
  }
}
