package io.dlpo.evaluator.webhook;

import static io.dlpo.testing.kafka.TappedRecord.on;
import static org.assertj.core.api.Assertions.assertThat;

import io.dlpo.contracts.evaluation.CallFailure;
import io.dlpo.contracts.evaluation.Evaluation;
import io.dlpo.contracts.evaluation.ExampleScore;
import io.dlpo.contracts.evaluation.FailureKind;
import io.dlpo.contracts.evaluation.ModelCall;
import io.dlpo.contracts.evaluation.Usage;
import io.dlpo.contracts.event.BatchScored;
import io.dlpo.contracts.event.EventType;
import io.dlpo.contracts.event.PredictionProduced;
import io.dlpo.contracts.metric.WebhookMetric;
import io.dlpo.contracts.wire.CloudEventAttributes;
import io.dlpo.evaluator.Predictions;
import io.dlpo.evaluator.webhook.ScorerStub.Reply;
import io.dlpo.testing.kafka.EventTap;
import io.dlpo.testing.kafka.KafkaResource;
import io.dlpo.testing.kafka.TappedRecord;
import io.dlpo.testing.kafka.TestProducer;
import io.dlpo.testing.model.ScriptedModelResource;
import io.dlpo.testing.postgres.PostgresResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Evaluations scored by a webhook, from topic to topic. */
@QuarkusTest
@WithTestResource(KafkaResource.class)
@WithTestResource(PostgresResource.class)
@WithTestResource(ScriptedModelResource.class)
@WithTestResource(ScorerStub.class)
class WebhookIT {

  private static final String RESULTS = EventType.BATCH_SCORED.topic();
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final int ATTEMPTS = 3;

  ScorerStub scorer;

  private EventTap tap;
  private TestProducer producer;

  @BeforeEach
  void open() {
    tap = EventTap.on(RESULTS);
    producer = TestProducer.shared();
  }

  @AfterEach
  void close() {
    tap.close();
    producer.close();
  }

  @Test
  void shouldScoreEachAnswerAsTheWebhookDoes() {
    // Given
    scorer.script(
        seen ->
            seen.body().get("output").asText().equals("long")
                ? Reply.verdict(0.5, "Too long.")
                : Reply.verdict(1, ""));
    Evaluation evaluation = evaluation(3);

    // When
    producer.send(
        answered(evaluation, 1, "short"),
        answered(evaluation, 2, "long"),
        Predictions.failed(evaluation, 3));
    BatchScored result = result(evaluation);

    // Then
    assertThat(result.correct()).isEqualTo(1);
    assertThat(result.failed()).isEqualTo(1);
    assertThat(result.score()).isEqualTo(0.75);
    assertThat(result.examples()).extracting(ExampleScore::score).containsExactly(1.0, 0.5, null);
    assertThat(result.mistakes())
        .singleElement()
        .satisfies(
            mistake ->
                assertThat(mistake.feedback()).isEqualTo("The webhook gives 0.50 of 1: Too long."));
    assertThat(result.usage()).isEqualTo(new Usage(2, 0, 20, 10));
    assertThat(result.judgeUsage()).isNull();
  }

  @Test
  void shouldPostInputOutputAndReferenceUnderTheEventsId() {
    // Given
    scorer.script(seen -> Reply.verdict(1, ""));
    Evaluation evaluation = evaluation(1);
    PredictionProduced prediction = answered(evaluation, 1, "Answer: 1");

    // When
    producer.send(prediction);
    result(evaluation);

    // Then
    assertThat(scorer.seen())
        .singleElement()
        .satisfies(
            seen -> {
              assertThat(seen.method()).isEqualTo("POST");
              assertThat(seen.uri()).isEqualTo("/score?task=1");
              assertThat(seen.key()).isEqualTo(CloudEventAttributes.id(prediction));
              assertThat(seen.body().toString())
                  .isEqualTo(
                      "{\"input\":\"What is 1?\",\"output\":\"Answer: 1\",\"reference\":\"1\"}");
            });
  }

  @ParameterizedTest
  @ValueSource(ints = {429, 500, 503})
  void shouldWaitOutAFaultThatPasses(int status) {
    // Given
    AtomicInteger calls = new AtomicInteger();
    scorer.script(
        seen ->
            calls.incrementAndGet() < ATTEMPTS ? new Reply(status, "busy") : Reply.verdict(1, ""));
    Evaluation evaluation = evaluation(1);

    // When
    producer.send(answered(evaluation, 1, "a"));

    // Then
    assertThat(result(evaluation).correct()).isEqualTo(1);
    assertThat(scorer.seen())
        .hasSize(ATTEMPTS)
        .extracting(ScorerStub.Seen::key)
        .containsOnly(scorer.seen().getFirst().key());
  }

  @ParameterizedTest
  @CsvSource({"503,SERVER_ERROR,3", "429,RATE_LIMITED,3", "400,REFUSED,1", "401,UNAUTHORIZED,1"})
  void shouldFailTheExampleWhenTheFaultStays(int status, FailureKind kind, int attempts) {
    // Given
    scorer.script(seen -> new Reply(status, "no way"));
    Evaluation evaluation = evaluation(1);

    // When
    producer.send(answered(evaluation, 1, "a"));

    // Then
    assertThat(failure(evaluation))
        .isEqualTo(
            new CallFailure(
                kind,
                "the webhook " + scorer.url().replace("?task=1", "") + ": " + status + ": no way"));
    assertThat(scorer.seen()).hasSize(attempts);
  }

  @Test
  void shouldFailTheExampleWhenNoReplyComesInTime() {
    // Given five seconds for each attempt, because a shorter timeout would also end replies of
    // other tests
    scorer.script(seen -> Reply.silence());
    Evaluation evaluation = evaluation(1);

    // When
    producer.send(answered(evaluation, 1, "a"));

    // Then
    assertThat(failure(evaluation).kind()).isEqualTo(FailureKind.TIMEOUT);
    assertThat(scorer.seen()).hasSize(ATTEMPTS);
  }

  @Test
  void shouldFailTheExampleWhenTheReplyIsNoVerdict() {
    // Given
    scorer.script(seen -> new Reply(200, "{\"score\": \"good\"}"));
    Evaluation evaluation = evaluation(1);

    // When
    producer.send(answered(evaluation, 1, "a"));

    // Then
    CallFailure failure = failure(evaluation);
    assertThat(failure.kind()).isEqualTo(FailureKind.UNREADABLE);
    assertThat(failure.message()).contains("score is \"good\"; allowed is a number from 0 to 1");
    assertThat(scorer.seen()).hasSize(1);
  }

  @Test
  void shouldEndAReplyThatIsTooLong() {
    // Given
    scorer.script(seen -> new Reply(200, "x".repeat(10_000_000)));
    Evaluation evaluation = evaluation(1);

    // When
    producer.send(answered(evaluation, 1, "a"));

    // Then
    assertThat(failure(evaluation).message()).endsWith("its reply is longer than 65536 bytes");
  }

  @Test
  void shouldFollowNoRedirect() {
    // Given
    scorer.script(
        seen ->
            seen.uri().startsWith("/other") ? Reply.verdict(1, "") : new Reply(307, "", "/other"));
    Evaluation evaluation = evaluation(1);

    // When
    producer.send(answered(evaluation, 1, "a"));

    // Then
    assertThat(failure(evaluation).kind()).isEqualTo(FailureKind.REFUSED);
    assertThat(scorer.seen()).hasSize(1);
  }

  @Test
  void shouldCallNoHostThatIsNotAllowed() {
    // Given
    scorer.script(seen -> Reply.verdict(1, ""));
    String elsewhere = scorer.url().replace("127.0.0.1", "localhost");
    Evaluation evaluation = Predictions.evaluation(1, new WebhookMetric(elsewhere));

    // When
    producer.send(answered(evaluation, 1, "a"));

    // Then
    CallFailure failure = failure(evaluation);
    assertThat(failure.kind()).isEqualTo(FailureKind.REFUSED);
    assertThat(failure.message())
        .contains(
            "host localhost:", "is not allowed (allowed hosts: elsewhere.internal, 127.0.0.1:")
        .contains("DLPO_EVALUATOR_WEBHOOK_HOSTS");
    assertThat(scorer.seen()).isEmpty();
  }

  @Test
  void shouldGoOnWithTheNextAttemptOfAnEvaluation() {
    // Given
    scorer.script(seen -> new Reply(400, "not yet"));
    Evaluation first = evaluation(1);
    producer.send(answered(first, 1, "a"));
    assertThat(failure(first).message()).endsWith("400: not yet");

    // When
    scorer.script(seen -> Reply.verdict(0.25, "Poor."));
    Evaluation second = evaluation(1);
    producer.send(answered(second, 1, "a"));

    // Then
    assertThat(result(second).score()).isEqualTo(0.25);
  }

  private Evaluation evaluation(int size) {
    return Predictions.evaluation(size, new WebhookMetric(scorer.url()));
  }

  private CallFailure failure(Evaluation evaluation) {
    BatchScored result = result(evaluation);
    assertThat(result.failed()).isEqualTo(1);
    assertThat(result.mistakes()).isEmpty();
    return result.failures().getFirst();
  }

  private BatchScored result(Evaluation evaluation) {
    List<TappedRecord> records = tap.awaitRecords(of(evaluation), 1, PATIENCE);
    return records.getFirst().as(BatchScored.class);
  }

  private static PredictionProduced answered(Evaluation evaluation, int number, String output) {
    return Predictions.answered(evaluation, number, output, new ModelCall(true, 10, 5, 7));
  }

  private static Predicate<TappedRecord> of(Evaluation evaluation) {
    return on(RESULTS)
        .and(record -> record.as(BatchScored.class).evaluation().id().equals(evaluation.id()));
  }
}
