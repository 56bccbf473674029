package io.dlpo.evaluator.handler;

import static io.dlpo.testing.kafka.TappedRecord.on;
import static org.assertj.core.api.Assertions.assertThat;

import io.dlpo.contracts.evaluation.Evaluation;
import io.dlpo.contracts.evaluation.Example;
import io.dlpo.contracts.evaluation.ModelCall;
import io.dlpo.contracts.event.BatchScored;
import io.dlpo.contracts.event.EventType;
import io.dlpo.contracts.event.PredictionProduced;
import io.dlpo.contracts.topic.TopicDefinition;
import io.dlpo.contracts.wire.CloudEventAttributes;
import io.dlpo.contracts.wire.EventJson;
import io.dlpo.evaluator.Predictions;
import io.dlpo.evaluator.aggregate.Aggregation;
import io.dlpo.evaluator.aggregate.PredictionScoring;
import io.dlpo.evaluator.webhook.ScorerStub;
import io.dlpo.testing.kafka.EventTap;
import io.dlpo.testing.kafka.KafkaResource;
import io.dlpo.testing.kafka.TappedRecord;
import io.dlpo.testing.kafka.TestProducer;
import io.dlpo.testing.model.ScriptedModelResource;
import io.dlpo.testing.postgres.PostgresResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jboss.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The evaluator from topic to topic. */
@QuarkusTest
@WithTestResource(KafkaResource.class)
@WithTestResource(PostgresResource.class)
@WithTestResource(ScriptedModelResource.class)
@WithTestResource(ScorerStub.class)
class EvaluatorIT {

  private static final Logger LOG = Logger.getLogger(EvaluatorIT.class);
  private static final String PREDICTIONS = EventType.PREDICTION_PRODUCED.topic();
  private static final String RESULTS = EventType.BATCH_SCORED.topic();
  private static final String DEAD_LETTERS =
      TopicDefinition.deadLetterName(PREDICTIONS, "evaluator");
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final Duration QUIET = Duration.ofSeconds(1);
  private static final int MAX_MISTAKES = 20;

  private EventTap tap;
  private TestProducer producer;

  @BeforeEach
  void open() {
    tap = EventTap.on(RESULTS, DEAD_LETTERS);
    producer = TestProducer.shared();
  }

  @AfterEach
  void close() {
    tap.close();
    producer.close();
  }

  @Test
  void shouldPublishOneResultForEachOfSeveralInterleavedEvaluations() {
    // Given
    List<Evaluation> evaluations = Stream.of(7, 12, 1, 30).map(Predictions::evaluation).toList();
    List<PredictionProduced> arriving =
        new ArrayList<>(evaluations.stream().flatMap(e -> Predictions.all(e).stream()).toList());
    Collections.shuffle(arriving, new Random(7));

    // When
    producer.send(arriving.toArray(PredictionProduced[]::new));
    tap.awaitRecords(record -> true, evaluations.size(), PATIENCE);
    tap.awaitNothingMore(QUIET);

    // Then
    assertThat(tap.records())
        .extracting(record -> record.as(BatchScored.class))
        .containsExactlyInAnyOrderElementsOf(
            evaluations.stream().map(e -> expected(Predictions.all(e))).toList());
  }

  @Test
  void shouldPublishAsACloudEventWithTheRunAsKey() {
    // Given
    PredictionProduced prediction = Predictions.right(Predictions.evaluation(1), 1);

    // When
    producer.send(prediction);
    TappedRecord record = tap.awaitRecords(of(prediction.evaluation()), 1, PATIENCE).getFirst();

    // Then
    assertThat(record.key()).isEqualTo(prediction.runId().value());
    assertThat(record.header("ce_type")).isEqualTo("io.dlpo.BatchScored.v1");
    assertThat(record.header("ce_source")).isEqualTo("/dlpo/evaluator");
    assertThat(record.header("ce_subject")).isEqualTo(prediction.runId().value());
    assertThat(record.header("ce_id"))
        .isEqualTo(CloudEventAttributes.id(expected(List.of(prediction))));
  }

  @Test
  void shouldPublishTheSameBytesWhenTheClosingPredictionIsRepeated() {
    // Given
    PredictionProduced prediction = Predictions.wrong(Predictions.evaluation(1), 1);

    // When
    producer.send(prediction, prediction, prediction);
    tap.awaitRecords(of(prediction.evaluation()), 3, PATIENCE);
    tap.awaitNothingMore(QUIET);

    // Then
    String expected =
        new String(EventJson.write(expected(List.of(prediction))), StandardCharsets.UTF_8);
    assertThat(tap.records())
        .extracting(TappedRecord::text)
        .containsExactly(expected, expected, expected);
  }

  @Test
  void shouldPublishNothingWhenAnotherPredictionIsRepeated() {
    // Given
    Evaluation evaluation = Predictions.evaluation(2);
    producer.send(Predictions.wrong(evaluation, 1), Predictions.wrong(evaluation, 1));
    tap.awaitNothingMore(QUIET);

    // When
    producer.send(Predictions.right(evaluation, 2));
    tap.awaitRecords(of(evaluation), 1, PATIENCE);
    producer.send(Predictions.wrong(evaluation, 1), Predictions.failed(evaluation, 1));
    tap.awaitNothingMore(QUIET);

    // Then
    assertThat(tap.records())
        .singleElement()
        .returns(
            expected(List.of(Predictions.wrong(evaluation, 1), Predictions.right(evaluation, 2))),
            record -> record.as(BatchScored.class));
  }

  @Test
  void shouldCountFailuresBesideTheDenominator() {
    // Given
    Evaluation evaluation = Predictions.evaluation(4);

    // When
    producer.send(
        Predictions.failed(evaluation, 1),
        Predictions.right(evaluation, 2),
        Predictions.wrong(evaluation, 3),
        Predictions.failed(evaluation, 4));
    BatchScored result =
        tap.awaitRecords(of(evaluation), 1, PATIENCE).getFirst().as(BatchScored.class);

    // Then
    assertThat(result.correct()).isEqualTo(1);
    assertThat(result.failed()).isEqualTo(2);
    assertThat(result.score()).isEqualTo(0.5);
    assertThat(result.failures()).hasSize(1);
  }

  @Test
  void shouldSendWhatItCannotProcessToTheDeadLettersAndGoOn() {
    // Given
    Evaluation evaluation = Predictions.evaluation(1);
    PredictionProduced good = Predictions.right(evaluation, 1);
    PredictionProduced unscorable =
        new PredictionProduced(
            Predictions.evaluation(1),
            new Example("e001", "How many?", "many"),
            "Answer: 1",
            null,
            ModelCall.NONE);
    byte[] broken = "{\"evaluation\":".getBytes(StandardCharsets.UTF_8);

    // When
    producer.send(PREDICTIONS, "broken", broken, TestProducer.headers(good));
    producer.send(PREDICTIONS, "empty", null, TestProducer.headers(good));
    producer.send(PREDICTIONS, "untyped", EventJson.write(good), Map.of());
    producer.send(unscorable, good);
    tap.awaitRecords(of(evaluation), 1, PATIENCE);
    List<TappedRecord> dead = tap.awaitRecords(on(DEAD_LETTERS), 4, PATIENCE);

    // Then
    assertThat(dead)
        .extracting(TappedRecord::key)
        .containsExactlyInAnyOrder("broken", "empty", "untyped", unscorable.partitionKey());
    assertThat(dead)
        .filteredOn(record -> "broken".equals(record.key()))
        .singleElement()
        .satisfies(
            record -> {
              assertThat(record.value()).isEqualTo(broken);
              assertThat(record.header("dead-letter-reason"))
                  .contains("the value is not a valid io.dlpo.PredictionProduced.v1");
            });
    assertThat(dead)
        .filteredOn(record -> unscorable.partitionKey().equals(record.key()))
        .singleElement()
        .satisfies(
            record ->
                assertThat(record.header("dead-letter-reason"))
                    .contains("reference \"many\" is not a number"));
  }

  /** A pool whose setting is ignored would be unbounded without a warning. */
  @Test
  void shouldBoundItsThreads() {
    assertThat(
            ConfigProvider.getConfig()
                .getValue("smallrye.messaging.worker.evaluator.max-concurrency", Integer.class))
        .isEqualTo(16);
  }

  /** Prints the duration of an evaluation of 50 examples; asserts no times. */
  @Test
  void shouldKeepUpWithFiftyPredictionsAtOnce() {
    for (int round = 1; round <= 10; round++) {
      // Given
      Evaluation evaluation = Predictions.evaluation(50);
      PredictionProduced[] predictions =
          Predictions.all(evaluation).toArray(PredictionProduced[]::new);

      // When
      long start = System.nanoTime();
      producer.send(predictions);
      List<TappedRecord> published = tap.awaitRecords(of(evaluation), 1, PATIENCE);
      long millis = Duration.ofNanos(System.nanoTime() - start).toMillis();

      // Then
      LOG.infof("round %d: 50 predictions to one result in %d ms", round, millis);
      assertThat(published).hasSize(1);
    }
  }

  private static Predicate<TappedRecord> of(Evaluation evaluation) {
    return on(RESULTS)
        .and(record -> record.as(BatchScored.class).evaluation().id().equals(evaluation.id()));
  }

  private static BatchScored expected(List<PredictionProduced> predictions) {
    return Aggregation.close(
        predictions.getFirst().evaluation(),
        predictions.stream().map(PredictionScoring::score).toList(),
        MAX_MISTAKES);
  }
}
