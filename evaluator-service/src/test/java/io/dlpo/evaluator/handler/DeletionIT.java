package io.dlpo.evaluator.handler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.agroal.api.AgroalDataSource;
import io.dlpo.contracts.evaluation.Evaluation;
import io.dlpo.contracts.event.RunCommand;
import io.dlpo.contracts.event.RunCommanded;
import io.dlpo.evaluator.Predictions;
import io.dlpo.evaluator.aggregate.PredictionScoring;
import io.dlpo.evaluator.store.PredictionStore;
import io.dlpo.evaluator.webhook.ScorerStub;
import io.dlpo.testing.kafka.KafkaResource;
import io.dlpo.testing.kafka.TestProducer;
import io.dlpo.testing.model.ScriptedModelResource;
import io.dlpo.testing.postgres.PostgresResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(KafkaResource.class)
@WithTestResource(PostgresResource.class)
@WithTestResource(ScriptedModelResource.class)
@WithTestResource(ScorerStub.class)
class DeletionIT {

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  @Inject PredictionStore predictions;
  @Inject Sweeper sweeper;
  @Inject AgroalDataSource dataSource;

  private final TestProducer producer = TestProducer.shared();

  @AfterEach
  void close() {
    producer.close();
  }

  @Test
  void shouldRemoveADeletedRunAndNoOther() throws SQLException {
    // Given
    Evaluation deleted = counted(3);
    Evaluation kept = counted(3);

    // When
    command(deleted, RunCommand.CANCEL);
    command(kept, RunCommand.CANCEL);
    command(deleted, RunCommand.DELETE);

    // Then
    await().atMost(PATIENCE).until(() -> rows(deleted) == 0);
    assertThat(rows(kept)).isEqualTo(1 + 2);
  }

  @Test
  void shouldRemoveWhatComesLateOfADeletedRun() throws SQLException {
    // Given
    Evaluation deleted = counted(3);
    command(deleted, RunCommand.DELETE);
    await().atMost(PATIENCE).until(() -> rows(deleted) == 0);

    // When
    count(deleted, 3);
    sweeper.sweep();

    // Then
    await().atMost(PATIENCE).until(() -> rows(deleted) == 0);
  }

  /** An evaluation with two predictions so far. */
  private Evaluation counted(int size) {
    Evaluation evaluation = Predictions.evaluation(size);
    count(evaluation, 1);
    count(evaluation, 2);
    return evaluation;
  }

  private void count(Evaluation evaluation, int number) {
    predictions.count(
        evaluation, PredictionScoring.score(Predictions.right(evaluation, number)), null);
  }

  private void command(Evaluation evaluation, RunCommand command) {
    producer.send(
        new RunCommanded(command + "-" + evaluation.id().value(), evaluation.runId(), command));
  }

  /** The rows of the evaluation and its predictions. */
  private int rows(Evaluation evaluation) throws SQLException {
    return rows("select count(*) from evaluator.evaluation where id = ?", evaluation)
        + rows("select count(*) from evaluator.prediction where evaluation_id = ?", evaluation);
  }

  private int rows(String query, Evaluation evaluation) throws SQLException {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement statement = connection.prepareStatement(query)) {
      statement.setString(1, evaluation.id().value());
      try (ResultSet row = statement.executeQuery()) {
        return row.next() ? row.getInt(1) : -1;
      }
    }
  }
}
