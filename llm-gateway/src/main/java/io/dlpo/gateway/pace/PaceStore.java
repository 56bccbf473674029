package io.dlpo.gateway.pace;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import javax.sql.DataSource;

/** The pace in PostgreSQL, by the database's clock. Thread-safe; blocks. */
public final class PaceStore {

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
   * @param dataSource of a database with schema {@code ledger}
   */
  public PaceStore(DataSource dataSource) {
    this.dataSource = dataSource;
  }

  /**
   * The pace now.
   *
   * @throws SQLException if the database does not answer
   */
  public Pace read(String key) throws SQLException {
    try (Connection connection = dataSource.getConnection()) {
      return read(connection, SELECT, key);
    }
  }

  /**
   * Notes a refusal, also when other processes note theirs at the same time.
   *
   * @param asked for how long the endpoint wants peace; zero if it did not say
   * @return the pace from now on
   * @throws SQLException if the database does not answer
   */
  public Pace refused(String key, Duration asked) throws SQLException {
    try (Connection connection = dataSource.getConnection()) {
      connection.setAutoCommit(false);
      try {
        Pace next = refused(connection, key, asked);
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

  private static Pace refused(Connection connection, String key, Duration asked)
      throws SQLException {
    try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
      insert.setString(1, key);
      insert.executeUpdate();
    }
    Pace next = read(connection, SELECT + " for update", key).refused(asked);
    try (PreparedStatement update = connection.prepareStatement(UPDATE)) {
      update.setDouble(1, next.share());
      update.setLong(2, next.since().toMillis());
      update.setLong(3, next.hold().toMillis());
      update.setString(4, key);
      update.executeUpdate();
    }
    return next;
  }

  private static Pace read(Connection connection, String query, String key) throws SQLException {
    try (PreparedStatement select = connection.prepareStatement(query)) {
      select.setString(1, key);
      try (ResultSet row = select.executeQuery()) {
        return row.next()
            ? new Pace(
                row.getDouble(1),
                Duration.ofMillis((long) row.getDouble(2)),
                Duration.ofMillis((long) row.getDouble(3)))
            : Pace.FULL;
      }
    }
  }
}
