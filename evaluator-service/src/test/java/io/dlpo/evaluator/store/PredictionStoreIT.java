package io.dlpo.evaluator.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.agroal.api.AgroalDataSource;
import io.dlpo.contracts.evaluation.Evaluation;
import io.dlpo.contracts.event.BatchScored;
import io.dlpo.contracts.event.PredictionProduced;
import io.dlpo.contracts.wire.EventJson;
import io.dlpo.evaluator.Predictions;
import io.dlpo.evaluator.aggregate.Aggregation;
import io.dlpo.evaluator.aggregate.PredictionScoring;
import io.dlpo.evaluator.webhook.ScorerStub;
import io.dlpo.testing.kafka.KafkaResource;
import io.dlpo.testing.model.ScriptedModelResource;
import io.dlpo.testing.postgres.PostgresResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(KafkaResource.class)
@WithTestResource(PostgresResource.class)
@WithTestResource(ScriptedModelResource.class)
@WithTestResource(ScorerStub.class)
class PredictionStoreIT {

  private static final int THREADS = 16;
  private static final int MAX_MISTAKES = 20;

  @Inject PredictionStore predictions;
  @Inject AgroalDataSource dataSource;

  @Test
  void shouldCloseWithTheLastPrediction() {
    // Given
    Evaluation evaluation = Predictions.evaluation(3);
    List<PredictionProduced> predictions = Predictions.all(evaluation);

    // When
    List<Optional<BatchScored>> results = predictions.stream().map(this::count).toList();

    // Then
    assertThat(results)
        .containsExactly(Optional.empty(), Optional.empty(), Optional.of(expected(predictions)));
  }

  @Test
  void shouldMoveTheDeadlineWithEveryPrediction() throws Exception {
    // Given
    Evaluation evaluation = Predictions.evaluation(3);
    count(Predictions.right(evaluation, 1));
    Instant first = due(evaluation);

    // When
    count(Predictions.right(evaluation, 2));
    Instant second = due(evaluation);
    count(Predictions.right(evaluation, 2));

    // Then, but not with a repeated one
    assertThat(second).isAfter(first);
    assertThat(due(evaluation)).isEqualTo(second);
  }

  private Instant due(Evaluation evaluation) throws SQLException {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement statement =
            connection.prepareStatement("select due from evaluator.evaluation where id = ?")) {
      statement.setString(1, evaluation.id().value());
      try (ResultSet row = statement.executeQuery()) {
        assertThat(row.next()).isTrue();
        return row.getTimestamp(1).toInstant();
      }
    }
  }

  @Test
  void shouldGiveTheResultAgainForTheClosingPredictionOnly() {
    // Given
    List<PredictionProduced> predictions = Predictions.all(Predictions.evaluation(3));
    predictions.forEach(this::count);

    // When
    List<Optional<BatchScored>> repeated = predictions.stream().map(this::count).toList();

    // Then
    assertThat(repeated)
        .containsExactly(Optional.empty(), Optional.empty(), Optional.of(expected(predictions)));
    assertThat(EventJson.write(repeated.getLast().orElseThrow()))
        .isEqualTo(EventJson.write(expected(predictions)));
  }

  @Test
  void shouldCountTheFirstPredictionOfAnExampleOnly() {
    // Given
    Evaluation evaluation = Predictions.evaluation(2);

    // When
    Optional<BatchScored> early = count(Predictions.right(evaluation, 1));
    Optional<BatchScored> again = count(Predictions.failed(evaluation, 1));
    Optional<BatchScored> last = count(Predictions.right(evaluation, 2));

    // Then
    assertThat(early).isEmpty();
    assertThat(again).isEmpty();
    assertThat(last).hasValueSatisfying(result -> assertThat(result.correct()).isEqualTo(2));
  }

  @Test
  void shouldCloseWithARepetitionIfTheProcessDiedBetweenTheLastCountAndTheClosing()
      throws SQLException {
    // Given an evaluation as such a process leaves it
    Evaluation evaluation = Predictions.evaluation(2);
    List<PredictionProduced> all = Predictions.all(evaluation);
    BatchScored result = all.stream().map(this::count).toList().getLast().orElseThrow();
    reopen(evaluation);

    // When
    Optional<BatchScored> repeated = count(all.getLast());

    // Then
    assertThat(repeated).hasValue(result);
    assertThat(count(all.getFirst())).isEmpty();
  }

  private void reopen(Evaluation evaluation) throws SQLException {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement statement =
            connection.prepareStatement(
                "update evaluator.evaluation set closed_at = null, closed_by = null, result = null,"
                    + " publish_due = null where id = ? and open = 0")) {
      statement.setString(1, evaluation.id().value());
      assertThat(statement.executeUpdate()).isEqualTo(1);
    }
  }

  @Test
  void shouldKeepTextsThatPostgresWouldNotTake() {
    // Given
    Evaluation evaluation = Predictions.evaluation(1);
    PredictionProduced hostile =
        Predictions.answered(
            evaluation,
            1,
            "\u0000'; drop schema evaluator; --\nAnswer: \\u0000 \ud83d\ude00",
            Predictions.wrong(evaluation, 1).call());

    // Then
    assertThat(count(hostile)).hasValue(expected(List.of(hostile)));
    assertThat(count(hostile)).hasValue(expected(List.of(hostile)));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 50})
  void shouldCloseOnceHoweverManyRace(int size) throws Exception {
    // Given every prediction three times, in any order
    List<PredictionProduced> predictions = Predictions.all(Predictions.evaluation(size));
    List<PredictionProduced> arriving = new ArrayList<>(predictions);
    arriving.addAll(predictions);
    arriving.addAll(predictions);
    Collections.shuffle(arriving, new Random(size));

    // When
    List<Optional<BatchScored>> results = countAtOnce(arriving);

    // Then one example closed it, and only its repetitions may have returned the result again
    assertThat(results.stream().flatMap(Optional::stream).toList())
        .hasSizeBetween(1, 3)
        .containsOnly(expected(predictions));
  }

  @Test
  void shouldGiveExactlyOneResultPerEvaluationWithoutRepetitions() throws Exception {
    // Given
    List<Evaluation> evaluations =
        Collections.nCopies(20, 7).stream().map(Predictions::evaluation).toList();
    List<PredictionProduced> arriving =
        new ArrayList<>(evaluations.stream().flatMap(e -> Predictions.all(e).stream()).toList());
    Collections.shuffle(arriving, new Random(1));

    // When
    List<Optional<BatchScored>> results = countAtOnce(arriving);

    // Then
    assertThat(results.stream().flatMap(Optional::stream).toList())
        .containsExactlyInAnyOrderElementsOf(
            evaluations.stream().map(e -> expected(Predictions.all(e))).toList());
  }

  private List<Optional<BatchScored>> countAtOnce(List<PredictionProduced> arriving)
      throws InterruptedException, ExecutionException {
    List<Optional<BatchScored>> results = new ArrayList<>();
    try (ExecutorService threads = Executors.newFixedThreadPool(THREADS)) {
      List<Callable<Optional<BatchScored>>> work =
          arriving.stream()
              .<Callable<Optional<BatchScored>>>map(prediction -> () -> count(prediction))
              .toList();
      for (Future<Optional<BatchScored>> done : threads.invokeAll(work)) {
        results.add(done.get());
      }
    }
    return results;
  }

  private Optional<BatchScored> count(PredictionProduced prediction) {
    return predictions.count(prediction.evaluation(), PredictionScoring.score(prediction), null);
  }

  private static BatchScored expected(List<PredictionProduced> predictions) {
    return Aggregation.close(
        predictions.getFirst().evaluation(),
        predictions.stream().map(PredictionScoring::score).toList(),
        MAX_MISTAKES);
  }
}
