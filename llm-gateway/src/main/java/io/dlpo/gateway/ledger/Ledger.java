package io.dlpo.gateway.ledger;

import io.dlpo.gateway.FinishReason;
import io.dlpo.gateway.GatewayMeters;
import io.dlpo.gateway.ModelRequest;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import javax.sql.DataSource;
import org.jboss.logging.Logger;

/** The call ledger: replies in PostgreSQL, shared by all workers. Thread-safe; blocks. */
public final class Ledger {

  /** Earlier versions stored replies without an answer. They are requested again. */
  private static final String USELESS =
      "(octet_length(call.reply) = 0 or call.finish_reason = 'CONTENT_FILTER')";

  private static final String SELECT =
      "select requester, reply, finish_reason, input_tokens, output_tokens, latency_millis,"
          + " estimated, notes from ledger.call where digest = ? and not "
          + USELESS;
  private static final String INSERT =
      "insert into ledger.call (digest, scope, model, requester, reply, finish_reason,"
          + " input_tokens, output_tokens, latency_millis, estimated, notes)"
          + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
          + " on conflict (digest) do update set requester = excluded.requester,"
          + " reply = excluded.reply, finish_reason = excluded.finish_reason,"
          + " input_tokens = excluded.input_tokens, output_tokens = excluded.output_tokens,"
          + " latency_millis = excluded.latency_millis, estimated = excluded.estimated,"
          + " notes = excluded.notes where "
          + USELESS;

  private static final String FORGET = "delete from ledger.call where scope = ? and scope <> ''";

  private static final Logger LOG = Logger.getLogger(Ledger.class);
  private static final Duration RETRY_FOR = Duration.ofMinutes(5);
  private static final Duration PAUSE = Duration.ofSeconds(1);

  private final DataSource dataSource;
  private final GatewayMeters meters;

  /**
   * @param dataSource a database with schema {@code ledger}
   */
  public Ledger(DataSource dataSource, GatewayMeters meters) {
    this.dataSource = dataSource;
    this.meters = meters;
  }

  /**
   * The cached reply to a request, if there is one.
   *
   * @throws SQLException if the database does not answer
   */
  public Optional<LedgerEntry> find(ModelRequest request) throws SQLException {
    try (Connection connection = dataSource.getConnection()) {
      return find(connection, RequestDigest.of(request));
    }
  }

  /**
   * Stores a reply. If another worker has already stored one, that one is kept and returned, so
   * that all workers use the same reply.
   *
   * @throws SQLException if the database does not answer
   */
  public LedgerEntry store(ModelRequest request, LedgerEntry entry) throws SQLException {
    String digest = RequestDigest.of(request);
    try (Connection connection = dataSource.getConnection()) {
      return insert(connection, digest, request, entry)
          ? entry
          : find(connection, digest)
              .orElseThrow(() -> new SQLException("ledger entry " + digest + " was deleted"));
    }
  }

  /**
   * Stores a paid reply and retries while the database is unreachable: a reply that is not stored
   * would be paid for again.
   *
   * @throws LedgerException if the database stays unreachable, or the thread is interrupted
   */
  public LedgerEntry storeWithRetry(ModelRequest request, LedgerEntry entry) {
    Instant deadline = Instant.now().plus(RETRY_FOR);
    while (true) {
      try {
        return store(request, entry);
      } catch (SQLException e) {
        meters.ledgerFault(GatewayMeters.LedgerOperation.WRITE);
        if (Instant.now().isAfter(deadline) || Thread.currentThread().isInterrupted()) {
          throw new LedgerException("cannot store a paid reply", e);
        }
        LOG.warnf("cannot write the call ledger, retrying: %s", e.getMessage());
        LockSupport.parkNanos(PAUSE.toNanos());
      }
    }
  }

  /**
   * Deletes the sampled replies of a scope. Replies at temperature 0 have no scope and are kept.
   *
   * @return the number of deleted replies
   * @throws SQLException if the database does not answer
   */
  public int forget(String sampleScope) throws SQLException {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement statement = connection.prepareStatement(FORGET)) {
      statement.setString(1, sampleScope);
      return statement.executeUpdate();
    }
  }

  private static boolean insert(
      Connection connection, String digest, ModelRequest request, LedgerEntry entry)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(INSERT)) {
      statement.setString(1, digest);
      statement.setString(2, request.ledgerScope());
      statement.setString(3, request.engine().model());
      statement.setString(4, entry.requester());
      statement.setBytes(5, entry.reply().getBytes(StandardCharsets.UTF_8));
      statement.setString(6, entry.finish().name());
      statement.setLong(7, entry.inputTokens());
      statement.setLong(8, entry.outputTokens());
      statement.setLong(9, entry.latencyMillis());
      statement.setBoolean(10, entry.estimated());
      statement.setArray(11, connection.createArrayOf("text", entry.notes().toArray()));
      return statement.executeUpdate() == 1;
    }
  }

  private static Optional<LedgerEntry> find(Connection connection, String digest)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(SELECT)) {
      statement.setString(1, digest);
      try (ResultSet row = statement.executeQuery()) {
        return row.next()
            ? Optional.of(
                new LedgerEntry(
                    row.getString(1),
                    new String(row.getBytes(2), StandardCharsets.UTF_8),
                    FinishReason.valueOf(row.getString(3)),
                    row.getLong(4),
                    row.getLong(5),
                    row.getLong(6),
                    row.getBoolean(7),
                    List.of((String[]) row.getArray(8).getArray())))
            : Optional.empty();
      }
    }
  }
}
