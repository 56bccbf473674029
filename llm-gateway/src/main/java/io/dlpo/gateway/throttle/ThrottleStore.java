package io.dlpo.gateway.throttle;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import javax.sql.DataSource;

/** Stores throttles in PostgreSQL, timed by the database's clock. Thread-safe; blocks. */
public final class ThrottleStore {

  private static final String SELECT =
      "select share, extract(epoch from clock_timestamp() - refused_at) * 1000,"
          + " extract(epoch from hold_until - clock_timestamp()) * 1000"
          + " from ledger.pace where id = ?";
  private static final String INSERT =
      "insert into ledger.pace (id, share, refused_at, hold_until)"
          + " values (?, 1, clock_timestamp() - interval '1 day', clock_timestamp())"
          + " on conflict (id) do nothing";
  private static final String UPDATE =
      "update ledger.pace set share = ?,"
          + " refused_at = clock_timestamp() - ? * interval '1 millisecond',"
          + " hold_until = clock_timestamp() + ? * interval '1 millisecond' where id = ?";

  private final DataSource dataSource;

  /**
   * @param dataSource a database with schema {@code ledger}
   */
  public ThrottleStore(DataSource dataSource) {
    this.dataSource = dataSource;
  }

  /**
   * The current throttle.
   *
   * @throws SQLException if the database does not answer
   */
  public Throttle read(String key) throws SQLException {
    try (Connection connection = dataSource.getConnection()) {
      return read(connection, SELECT, key);
    }
  }

  /**
   * Records a 429. Safe for concurrent use by several processes.
   *
   * @param requested how long the endpoint asked for no calls; zero if it did not
   * @return the new throttle
   * @throws SQLException if the database does not answer
   */
  public Throttle refused(String key, Duration requested) throws SQLException {
    try (Connection connection = dataSource.getConnection()) {
      connection.setAutoCommit(false);
      try {
        Throttle next = refused(connection, key, requested);
        connection.commit();
        return next;
      } catch (SQLException e) {
        connection.rollback();
        throw e;
      } finally {
        connection.setAutoCommit(true);
      }
    }
  }

  private static Throttle refused(Connection connection, String key, Duration requested)
      throws SQLException {
    try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
      insert.setString(1, key);
      insert.executeUpdate();
    }
    Throttle next = read(connection, SELECT + " for update", key).refused(requested);
    try (PreparedStatement update = connection.prepareStatement(UPDATE)) {
      update.setDouble(1, next.share());
      update.setLong(2, next.since().toMillis());
      update.setLong(3, next.hold().toMillis());
      update.setString(4, key);
      update.executeUpdate();
    }
    return next;
  }

  private static Throttle read(Connection connection, String query, String key)
      throws SQLException {
    try (PreparedStatement select = connection.prepareStatement(query)) {
      select.setString(1, key);
      try (ResultSet row = select.executeQuery()) {
        return row.next()
            ? new Throttle(
                row.getDouble(1),
                Duration.ofMillis((long) row.getDouble(2)),
                Duration.ofMillis((long) row.getDouble(3)))
            : Throttle.NONE;
      }
    }
  }
}
