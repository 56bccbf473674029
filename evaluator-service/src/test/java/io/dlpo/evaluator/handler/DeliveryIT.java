package io.dlpo.evaluator.handler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.dlpo.contracts.evaluation.Evaluation;
import io.dlpo.contracts.event.BatchScored;
import io.dlpo.contracts.event.EventType;
import io.dlpo.contracts.event.PredictionProduced;
import io.dlpo.evaluator.Predictions;
import io.dlpo.evaluator.webhook.ScorerStub;
import io.dlpo.testing.kafka.BadRecord;
import io.dlpo.testing.kafka.DeadLetterCheck;
import io.dlpo.testing.kafka.EventTap;
import io.dlpo.testing.kafka.KafkaResource;
import io.dlpo.testing.kafka.TappedRecord;
import io.dlpo.testing.kafka.TestProducer;
import io.dlpo.testing.model.ScriptedModelResource;
import io.dlpo.testing.postgres.PostgresResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Records that are malformed, repeated, late or out of order. */
@QuarkusTest
@WithTestResource(KafkaResource.class)
@WithTestResource(PostgresResource.class)
@WithTestResource(ScriptedModelResource.class)
@WithTestResource(ScorerStub.class)
class DeliveryIT {

  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final Duration QUIET = Duration.ofSeconds(1);

  private EventTap tap;
  private TestProducer producer;

  @BeforeEach
  void open() {
    tap = EventTap.on(EventType.BATCH_SCORED.topic());
    producer = TestProducer.shared();
  }

  @AfterEach
  void close() {
    tap.close();
    producer.close();
  }

  @ParameterizedTest
  @EnumSource(BadRecord.class)
  void shouldCountAnEvaluationAsIfTheBadRecordAmongItWereNotThere(BadRecord bad) {
    // Given
    Evaluation evaluation = Predictions.evaluation(2);

    // When
    producer.send(Predictions.right(evaluation, 1));
    DeadLetterCheck.expectOne("evaluator", Predictions.wrong(evaluation, 2), bad);
    assertThat(tap.records(of(evaluation))).isEmpty();
    producer.send(Predictions.right(evaluation, 2));
    tap.awaitRecords(of(evaluation), 1, PATIENCE);

    // Then
    assertThat(results(evaluation))
        .singleElement()
        .satisfies(
            result -> {
              assertThat(result.correct()).isEqualTo(2);
              assertThat(result.failed()).isZero();
              assertThat(result.score()).isEqualTo(1.0);
            });
  }

  @Test
  void shouldCountTheSameInAnyOrderAndRepeated() {
    // Given
    Evaluation evaluation = Predictions.evaluation(30);
    List<PredictionProduced> arriving = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      arriving.addAll(Predictions.all(evaluation));
    }
    Collections.shuffle(arriving, new Random(13));

    // When
    producer.send(arriving.toArray(PredictionProduced[]::new));
    tap.awaitRecords(of(evaluation), 1, PATIENCE);

    // Then: repeats of the closing prediction publish the same bytes again, those of others nothing
    await()
        .during(QUIET)
        .atMost(PATIENCE)
        .until(() -> tap.records(of(evaluation)), published -> published.size() <= 3);
    assertThat(tap.records(of(evaluation)).stream().map(TappedRecord::text).distinct()).hasSize(1);
    assertThat(results(evaluation).getFirst().examples()).hasSize(30);
  }

  private List<BatchScored> results(Evaluation evaluation) {
    return tap.records(of(evaluation)).stream()
        .map(record -> record.as(BatchScored.class))
        .toList();
  }

  private static Predicate<TappedRecord> of(Evaluation evaluation) {
    return record ->
        evaluation.runId().value().equals(record.header("ce_subject"))
            && record.as(BatchScored.class).evaluation().id().equals(evaluation.id());
  }
}
