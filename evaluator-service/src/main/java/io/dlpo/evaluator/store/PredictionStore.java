package io.dlpo.evaluator.store;

import io.agroal.api.AgroalDataSource;
import io.dlpo.contracts.crash.Crash;
import io.dlpo.contracts.crash.CrashPoint;
import io.dlpo.contracts.evaluation.Evaluation;
import io.dlpo.contracts.event.BatchScored;
import io.dlpo.contracts.id.EvaluationId;
import io.dlpo.evaluator.EvaluatorSettings;
import io.dlpo.evaluator.aggregate.Aggregation;
import io.dlpo.evaluator.aggregate.ScoredPrediction;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * Counts predictions until an evaluation is complete, then closes it. Safe for concurrent use by
 * threads and processes. Each statement commits by itself: the predictions of an evaluation arrive
 * almost at the same time, and no transaction should hold its row longer than necessary. Whoever
 * finds that none is missing closes the evaluation; complete evaluations do not change, so the
 * first of several succeeds. Uses plain JDBC because it runs for every example. Blocks; must not be
 * called within a transaction.
 */
@ApplicationScoped
public class PredictionStore {

  /** Inserts the prediction if it is new and then decrements the counter, in one statement. */
  private static final String COUNT =
      """
      with fresh as (
        insert into evaluator.prediction
          (evaluation_id, example_id, scored, received_at, traceparent)
        values (?, ?, ?, ?, ?)
        on conflict do nothing
        returning evaluation_id)
      insert into evaluator.evaluation as known (id, run_id, details, open, due)
      select evaluation_id, ?, ?, ? - 1, ? from fresh
      on conflict (id) do update set open = known.open - 1, due = excluded.due
      where known.closed_at is null
      returning open
      """;

  private static final String PREDICTIONS =
      "select scored from evaluator.prediction where evaluation_id = ?";

  private static final String CLOSE =
      "update evaluator.evaluation set result = ?, closed_by = ?, closed_at = ?, publish_due = ?"
          + " where id = ? and open = 0 and closed_at is null";

  /** Returns no row while predictions are missing. */
  private static final String CLOSED =
      "select closed_by, result from evaluator.evaluation"
          + " where id = ? and (open = 0 or closed_at is not null)";

  private static final String PUBLISHED =
      "update evaluator.evaluation set publish_due = null"
          + " where id = ? and publish_due is not null";

  private final AgroalDataSource dataSource;
  private final EvaluatorSettings settings;

  PredictionStore(AgroalDataSource dataSource, EvaluatorSettings settings) {
    this.dataSource = dataSource;
    this.settings = settings;
  }

  /**
   * Counts a prediction. A prediction that was already counted, or that arrives after the
   * evaluation was closed, changes nothing.
   *
   * @param traceparent the span that scored it; null if there is none
   * @return the result if this prediction closes the evaluation, or closed it earlier
   */
  public Optional<BatchScored> count(
      Evaluation evaluation, ScoredPrediction prediction, @Nullable String traceparent) {
    try (Connection connection = dataSource.getConnection()) {
      OptionalInt open = lowerCounter(connection, evaluation, prediction, traceparent);
      Crash.at(CrashPoint.COUNTED);
      if (open.isEmpty()) {
        return again(connection, evaluation, prediction.exampleId());
      }
      return open.getAsInt() > 0
          ? Optional.empty()
          : close(connection, evaluation, prediction.exampleId());
    } catch (SQLException e) {
      throw new IllegalStateException(
          "cannot count a prediction of evaluation " + evaluation.id(), e);
    }
  }

  /** The number of missing predictions; empty if this one was already counted. */
  private OptionalInt lowerCounter(
      Connection connection,
      Evaluation evaluation,
      ScoredPrediction prediction,
      @Nullable String traceparent)
      throws SQLException {
    Instant now = Instant.now();
    try (PreparedStatement statement = connection.prepareStatement(COUNT)) {
      statement.setString(1, evaluation.id().value());
      statement.setString(2, prediction.exampleId());
      statement.setString(3, JsonColumn.write(prediction));
      statement.setTimestamp(4, Timestamp.from(now));
      statement.setString(5, traceparent);
      statement.setString(6, evaluation.runId().value());
      statement.setString(7, JsonColumn.write(evaluation));
      statement.setInt(8, evaluation.size());
      statement.setTimestamp(9, Timestamp.from(now.plus(settings.deadline())));
      try (ResultSet open = statement.executeQuery()) {
        return open.next() ? OptionalInt.of(open.getInt(1)) : OptionalInt.empty();
      }
    }
  }

  /**
   * The result for a prediction that was already counted. If the evaluation is complete but still
   * open, a process crashed before closing it.
   */
  private Optional<BatchScored> again(Connection connection, Evaluation evaluation, String example)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(CLOSED)) {
      statement.setString(1, evaluation.id().value());
      try (ResultSet row = statement.executeQuery()) {
        if (!row.next()) {
          return Optional.empty();
        }
        String closedBy = row.getString(1);
        if (closedBy != null) {
          return closedBy.equals(example)
              ? Optional.of(JsonColumn.read(row.getString(2), BatchScored.class))
              : Optional.empty();
        }
      }
    }
    return close(connection, evaluation, example);
  }

  /** Closes a complete evaluation, unless another process has closed it meanwhile. */
  private Optional<BatchScored> close(Connection connection, Evaluation evaluation, String by)
      throws SQLException {
    BatchScored result =
        Aggregation.close(
            evaluation, predictions(connection, evaluation.id()), settings.maxMistakes());
    Instant now = Instant.now();
    try (PreparedStatement statement = connection.prepareStatement(CLOSE)) {
      statement.setString(1, JsonColumn.write(result));
      statement.setString(2, by);
      statement.setTimestamp(3, Timestamp.from(now));
      statement.setTimestamp(4, Timestamp.from(now.plus(settings.republishAfter())));
      statement.setString(5, evaluation.id().value());
      if (statement.executeUpdate() == 1) {
        Crash.at(CrashPoint.CLOSED);
        return Optional.of(result);
      }
    }
    return again(connection, evaluation, by);
  }

  private static List<ScoredPrediction> predictions(Connection connection, EvaluationId id)
      throws SQLException {
    List<ScoredPrediction> predictions = new ArrayList<>();
    try (PreparedStatement statement = connection.prepareStatement(PREDICTIONS)) {
      statement.setString(1, id.value());
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          predictions.add(JsonColumn.read(row.getString(1), ScoredPrediction.class));
        }
      }
    }
    return predictions;
  }

  /**
   * Records that the broker has the result.
   *
   * @return whether this was not recorded before
   */
  public boolean markPublished(EvaluationId id) {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement statement = connection.prepareStatement(PUBLISHED)) {
      statement.setString(1, id.value());
      return statement.executeUpdate() == 1;
    } catch (SQLException e) {
      throw new IllegalStateException("cannot record the publication of evaluation " + id, e);
    }
  }
}
