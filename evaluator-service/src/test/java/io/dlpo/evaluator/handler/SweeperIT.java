package io.dlpo.evaluator.handler;

import static org.assertj.core.api.Assertions.assertThat;

import io.dlpo.contracts.evaluation.CallFailure;
import io.dlpo.contracts.evaluation.Evaluation;
import io.dlpo.contracts.evaluation.FailureKind;
import io.dlpo.contracts.event.BatchScored;
import io.dlpo.contracts.event.EventType;
import io.dlpo.contracts.event.PredictionProduced;
import io.dlpo.contracts.wire.EventJson;
import io.dlpo.evaluator.Predictions;
import io.dlpo.evaluator.aggregate.PredictionScoring;
import io.dlpo.evaluator.store.EvaluationStore;
import io.dlpo.evaluator.store.PredictionStore;
import io.dlpo.testing.kafka.EventTap;
import io.dlpo.testing.kafka.KafkaResource;
import io.dlpo.testing.kafka.TappedRecord;
import io.dlpo.testing.kafka.TestProducer;
import io.dlpo.testing.otlp.OtlpReceiver;
import io.dlpo.testing.otlp.OtlpReceiverResource;
import io.dlpo.testing.otlp.SeenSpan;
import io.dlpo.testing.postgres.PostgresResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(SweeperIT.Impatient.class)
@WithTestResource(KafkaResource.class)
@WithTestResource(PostgresResource.class)
@WithTestResource(OtlpReceiverResource.class)
class SweeperIT {

  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final String TRACE = "0af7651916cd43dd8448eb211c80319c";
  private static final Duration LONGER_THAN_ALL_DEADLINES = Duration.ofSeconds(3);

  /** Deadlines short enough for a test. */
  public static final class Impatient implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
      return Map.of("dlpo.evaluator.deadline", "PT1S", "dlpo.evaluator.republish-after", "PT1S");
    }
  }

  @Inject PredictionStore predictions;
  @Inject EvaluationStore store;
  @Inject Sweeper sweeper;
  OtlpReceiver receiver;

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

  @Test
  void shouldCloseAnEvaluationAtItsDeadline() {
    // Given
    Evaluation evaluation = Predictions.evaluation(5);

    // When three of five predictions come
    producer.send(
        Predictions.wrong(evaluation, 2),
        Predictions.failed(evaluation, 3),
        Predictions.right(evaluation, 1));
    tap.awaitRecords(of(evaluation), 1, PATIENCE);
    tap.awaitNothingMore(LONGER_THAN_ALL_DEADLINES);

    // Then
    assertThat(tap.records(of(evaluation)))
        .singleElement()
        .extracting(record -> record.as(BatchScored.class))
        .satisfies(
            result -> {
              assertThat(result.correct()).isEqualTo(1);
              assertThat(result.failed()).isEqualTo(3);
              assertThat(result.score()).isEqualTo(0.5);
              assertThat(result.failures())
                  .extracting(CallFailure::kind)
                  .containsExactly(FailureKind.MISSING, FailureKind.TIMEOUT);
            });
  }

  @Test
  void shouldNotCountWhatComesAfterTheDeadline() {
    // Given
    Evaluation evaluation = Predictions.evaluation(2);
    producer.send(Predictions.right(evaluation, 1));
    tap.awaitRecords(of(evaluation), 1, PATIENCE);

    // When
    producer.send(Predictions.right(evaluation, 2));

    // Then
    tap.awaitNothingMore(LONGER_THAN_ALL_DEADLINES);
    assertThat(tap.records(of(evaluation))).hasSize(1);
  }

  @Test
  void shouldPublishAResultThatACrashKeptBack() {
    // Given a process that ended between closing and publishing
    Evaluation evaluation = Predictions.evaluation(2);
    BatchScored result =
        Predictions.all(evaluation).stream().flatMap(this::count).findFirst().orElseThrow();

    // When
    List<TappedRecord> published = tap.awaitRecords(of(evaluation), 1, PATIENCE);
    tap.awaitNothingMore(LONGER_THAN_ALL_DEADLINES);

    // Then
    assertThat(published).singleElement().returns(result, one -> one.as(BatchScored.class));
  }

  @Test
  void shouldPublishAResultThatACrashKeptBackInTheTraceOfItsPredictions() {
    // Given
    Evaluation evaluation = Predictions.evaluation(2);
    List<PredictionProduced> arrived = Predictions.all(evaluation);
    for (int number = 1; number <= arrived.size(); number++) {
      predictions.count(
          evaluation,
          PredictionScoring.score(arrived.get(number - 1)),
          "00-%s-%016x-01".formatted(TRACE, number));
    }

    // When
    TappedRecord published = tap.awaitRecords(of(evaluation), 1, PATIENCE).getFirst();

    // Then
    SeenSpan joined = evaluationSpan(TRACE);
    assertThat(joined.parentId()).isEqualTo("0000000000000002");
    assertThat(joined.links()).containsExactly("0000000000000001");
    assertThat(published.header("traceparent")).startsWith("00-" + TRACE + "-");
  }

  @Test
  void shouldLinkAnEvaluationToItsExamples() {
    // Given
    String trace = "1".repeat(32);
    Evaluation evaluation = Predictions.evaluation(5);

    // When
    for (PredictionProduced prediction : Predictions.all(evaluation)) {
      Map<String, String> headers = TestProducer.headers(prediction);
      headers.put("traceparent", "00-%s-b7ad6b7169203331-01".formatted(trace));
      producer.send(
          EventType.PREDICTION_PRODUCED.topic(),
          prediction.partitionKey(),
          EventJson.write(prediction),
          headers);
    }

    // Then
    SeenSpan joined = evaluationSpan(trace);
    List<String> examples =
        receiver.awaitSpans(on(trace, "process dlpo.prediction.produced.v1"), 5, PATIENCE).stream()
            .map(SeenSpan::spanId)
            .toList();
    assertThat(Stream.concat(joined.links().stream(), Stream.of(joined.parentId())))
        .containsExactlyInAnyOrderElementsOf(examples);
    assertThat(joined.attribute("dlpo.examples")).isEqualTo(5L);
    assertThat(joined.attribute("dlpo.purpose")).isEqualTo("batch");
  }

  private SeenSpan evaluationSpan(String trace) {
    List<SeenSpan> spans = receiver.awaitSpans(on(trace, "evaluation"), 1, PATIENCE);
    assertThat(spans).hasSize(1);
    return spans.getFirst();
  }

  private static Predicate<SeenSpan> on(String trace, String name) {
    return span -> span.traceId().equals(trace) && span.name().equals(name);
  }

  @Test
  void shouldPublishOnceWhenManySweepAtTheSameTime() {
    // Given
    List<Evaluation> evaluations = Stream.of(2, 3, 4, 5, 6).map(Predictions::evaluation).toList();
    evaluations.forEach(evaluation -> count(Predictions.right(evaluation, 1)));

    // When
    Awaitility.await()
        .atMost(PATIENCE)
        .until(
            () -> {
              IntStream.range(0, 16).parallel().forEach(thread -> sweeper.sweep());
              return tap.records().size() >= evaluations.size();
            });
    tap.awaitNothingMore(LONGER_THAN_ALL_DEADLINES);

    // Then
    assertThat(tap.records())
        .extracting(record -> record.as(BatchScored.class).evaluation().id())
        .containsExactlyInAnyOrderElementsOf(evaluations.stream().map(Evaluation::id).toList());
  }

  private Stream<BatchScored> count(PredictionProduced prediction) {
    return predictions
        .count(prediction.evaluation(), PredictionScoring.score(prediction), null)
        .stream();
  }

  private static Predicate<TappedRecord> of(Evaluation evaluation) {
    return record -> record.as(BatchScored.class).evaluation().id().equals(evaluation.id());
  }
}
