package io.dlpo.events.outcome;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Stores the events that each input caused, in table {@code <schema>.outcome}. Both methods join
 * the caller's transaction, so an outcome is stored if and only if the state change that belongs to
 * it is.
 *
 * <p>The table belongs to the service: {@code input_id text primary key, subject text, events text
 * not null, extensions text, stored_at timestamptz not null default now()}. The events are {@code
 * text} because {@code jsonb} rejects NUL characters, which models may write.
 */
public final class StoredOutcomes {

  private final DataSource dataSource;
  private final String select;
  private final String insert;

  /**
   * @param dataSource takes part in the service's transactions
   * @param schema the table's schema; a constant of the service, never user input
   */
  public StoredOutcomes(DataSource dataSource, String schema) {
    this.dataSource = dataSource;
    this.select = "select events, extensions from " + schema + ".outcome where input_id = ?";
    this.insert =
        "insert into "
            + schema
            + ".outcome (input_id, subject, events, extensions) values (?, ?, ?, ?)";
  }

  /**
   * What an input caused; empty if it has not been handled.
   *
   * @param inputId the CloudEvents id of the input
   */
  public Optional<Outcome> find(String inputId) {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement statement = connection.prepareStatement(select)) {
      statement.setString(1, inputId);
      try (ResultSet rows = statement.executeQuery()) {
        return rows.next()
            ? Optional.of(outcome(rows.getString(1), rows.getString(2)))
            : Optional.empty();
      }
    } catch (SQLException e) {
      throw new OutcomeAccessException("cannot read the outcome of " + inputId, e);
    }
  }

  /** Outcomes of versions that set no extensions have none. */
  private static Outcome outcome(String events, @Nullable String extensions) {
    return new Outcome(
        OutcomeJson.read(events),
        extensions == null ? Map.of() : OutcomeJson.readExtensions(extensions));
  }

  /**
   * Stores what an input caused.
   *
   * @param inputId the CloudEvents id of the input
   * @param subject what the input refers to; outcomes can be deleted by it
   * @throws OutcomeAccessException also if the input already has an outcome
   */
  public void store(String inputId, String subject, Outcome outcome) {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement statement = connection.prepareStatement(insert)) {
      statement.setString(1, inputId);
      statement.setString(2, subject);
      statement.setString(3, OutcomeJson.write(outcome.events()));
      statement.setString(4, OutcomeJson.writeExtensions(outcome.extensions()));
      statement.executeUpdate();
    } catch (SQLException e) {
      throw new OutcomeAccessException("cannot store the outcome of " + inputId, e);
    }
  }
}
