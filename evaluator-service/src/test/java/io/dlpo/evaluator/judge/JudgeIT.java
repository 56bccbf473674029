package io.dlpo.evaluator.judge;

import static io.dlpo.testing.kafka.TappedRecord.on;
import static org.assertj.core.api.Assertions.assertThat;

import io.dlpo.contracts.evaluation.Engine;
import io.dlpo.contracts.evaluation.Evaluation;
import io.dlpo.contracts.evaluation.ExampleScore;
import io.dlpo.contracts.evaluation.FailureKind;
import io.dlpo.contracts.evaluation.ModelCall;
import io.dlpo.contracts.evaluation.Usage;
import io.dlpo.contracts.event.BatchScored;
import io.dlpo.contracts.event.EventType;
import io.dlpo.contracts.event.PredictionProduced;
import io.dlpo.contracts.metric.F1Metric;
import io.dlpo.contracts.metric.JudgeMetric;
import io.dlpo.contracts.metric.Metric;
import io.dlpo.evaluator.Predictions;
import io.dlpo.evaluator.webhook.ScorerStub;
import io.dlpo.testing.kafka.EventTap;
import io.dlpo.testing.kafka.KafkaResource;
import io.dlpo.testing.kafka.TappedRecord;
import io.dlpo.testing.kafka.TestProducer;
import io.dlpo.testing.model.ModelRequestSeen;
import io.dlpo.testing.model.ScriptedModel;
import io.dlpo.testing.model.ScriptedModelResource;
import io.dlpo.testing.model.ScriptedReply;
import io.dlpo.testing.postgres.PostgresResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Judged evaluations from topic to topic, with a scripted judge. */
@QuarkusTest
@WithTestResource(KafkaResource.class)
@WithTestResource(PostgresResource.class)
@WithTestResource(ScorerStub.class)
@WithTestResource(ScriptedModelResource.class)
class JudgeIT {

  private static final String RESULTS = EventType.BATCH_SCORED.topic();
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final Duration QUIET = Duration.ofSeconds(1);
  private static final ModelCall ANSWERED = new ModelCall(true, 20, 4, 7);

  ScriptedModel model;

  private EventTap tap;
  private TestProducer producer;
  private Metric metric;

  @BeforeEach
  void open() {
    model.reset();
    tap = EventTap.on(RESULTS);
    producer = TestProducer.shared();
    // A different rubric for each test, so that nothing is cached in the ledger.
    metric = new JudgeMetric(Engine.greedy("judge-model"), "Polite. " + UUID.randomUUID());
  }

  @AfterEach
  void close() {
    tap.close();
    producer.close();
  }

  @Test
  void shouldScoreEachAnswerAsTheJudgeDoes() {
    // Given
    model.script(
        request ->
            verdict(
                request.user().contains("\"answer\":\"Thank you\"") ? 1 : 0.25, "It is too curt."));
    Evaluation evaluation = Predictions.evaluation(3, metric);

    // When
    producer.send(
        answered(evaluation, 1, "Thank you"),
        answered(evaluation, 2, "No."),
        Predictions.failed(evaluation, 3));
    BatchScored result = result(evaluation);

    // Then
    assertThat(result.correct()).isEqualTo(1);
    assertThat(result.failed()).isEqualTo(1);
    assertThat(result.score()).isEqualTo(0.625);
    assertThat(result.examples()).extracting(ExampleScore::score).containsExactly(1.0, 0.25, null);
    assertThat(result.mistakes())
        .singleElement()
        .satisfies(
            mistake -> {
              assertThat(mistake.exampleId()).isEqualTo("e002");
              assertThat(mistake.output()).isEqualTo("No.");
              assertThat(mistake.feedback())
                  .isEqualTo("The judge gives 0.25 of 1: It is too curt.");
            });
    assertThat(model.requests()).hasSize(2).allMatch(r -> r.model().equals("judge-model"));
  }

  @Test
  void shouldCountTheJudgesCallsBesideTheAnswers() {
    // Given
    model.script(request -> verdict(1, ""));
    Evaluation evaluation = Predictions.evaluation(2, metric);

    // When
    producer.send(answered(evaluation, 1, "a"), answered(evaluation, 2, "b"));
    BatchScored result = result(evaluation);

    // Then
    assertThat(result.judgeUsage()).isEqualTo(new Usage(2, 0, 20, 10));
    assertThat(result.usage()).isEqualTo(new Usage(4, 0, 60, 18));
    assertThat(result.criticalPathMillis()).isGreaterThanOrEqualTo(ANSWERED.latencyMillis());
  }

  @Test
  void shouldCountAJudgeThatWithholdsItsVerdict() {
    // Given
    model.script(request -> ScriptedReply.completion("", "content_filter", 30, 10));
    Evaluation evaluation = Predictions.evaluation(1, metric);

    // When
    producer.send(answered(evaluation, 1, "a"));
    BatchScored result = result(evaluation);

    // Then
    assertThat(result.failed()).isEqualTo(1);
    assertThat(result.judgeUsage()).isEqualTo(new Usage(1, 0, 30, 10));
    assertThat(result.usage()).isEqualTo(new Usage(2, 0, 50, 14));
  }

  @Test
  void shouldTellWhatTheJudgeDoesNotTake() {
    // Given
    metric = new JudgeMetric(Engine.greedy("warm-judge"), "Polite. " + UUID.randomUUID());
    model.script(
        request ->
            request.body().has("temperature")
                ? ScriptedReply.error(400, "unsupported_value", "no 'temperature' but 1")
                : verdict(1, ""));
    Evaluation evaluation = Predictions.evaluation(2, metric);

    // When
    producer.send(answered(evaluation, 1, "a"), answered(evaluation, 2, "b"));
    BatchScored result = result(evaluation);

    // Then
    assertThat(result.correct()).isEqualTo(2);
    assertThat(result.notes())
        .containsExactly("Model warm-judge does not take temperature; it is called without it.");
  }

  @Test
  void shouldPayNothingForAnAnswerThatWasJudgedBefore() {
    // Given
    model.script(request -> verdict(0.5, "So-so."));
    Evaluation first = Predictions.evaluation(1, metric);
    producer.send(answered(first, 1, "a"));
    result(first);

    // When
    Evaluation second = Predictions.evaluation(1, metric);
    producer.send(answered(second, 1, "a"));
    BatchScored result = result(second);

    // Then
    assertThat(result.score()).isEqualTo(0.5);
    assertThat(result.judgeUsage())
        .isNotNull()
        .extracting(Usage::paid, Usage::ledger, Usage::inputTokens)
        .containsExactly(0, 1, 0L);
    assertThat(model.requests()).hasSize(1);
  }

  @Test
  void shouldPublishTheSameBytesWhenAPredictionIsRepeated() {
    // Given
    model.script(request -> verdict(0.5, "So-so."));
    Evaluation evaluation = Predictions.evaluation(1, metric);
    PredictionProduced prediction = answered(evaluation, 1, "a");

    // When
    producer.send(prediction, prediction, prediction);
    List<TappedRecord> results = tap.awaitRecords(of(evaluation), 3, PATIENCE);

    // Then
    assertThat(results).extracting(TappedRecord::text).containsOnly(results.getFirst().text());
    assertThat(results.getFirst().as(BatchScored.class).judgeUsage().paid()).isEqualTo(1);
    assertThat(model.requests()).hasSize(1);
  }

  @Test
  void shouldAskOnceMoreForAVerdictThatCannotBeRead() {
    // Given
    model.script(
        request ->
            isSecond(request) ? verdict(1, "Fine.") : ScriptedReply.text("Nine out of ten!"));
    Evaluation evaluation = Predictions.evaluation(1, metric);

    // When
    producer.send(answered(evaluation, 1, "a"));
    BatchScored result = result(evaluation);

    // Then
    assertThat(result.correct()).isEqualTo(1);
    assertThat(result.judgeUsage()).isEqualTo(new Usage(2, 0, 20, 10));
    assertThat(model.requests()).hasSize(2);
  }

  @Test
  void shouldFailAnExampleWhoseVerdictCannotBeReadTwice() {
    // Given
    model.script(
        request ->
            isSecond(request)
                ? ScriptedReply.completion("{\"score\": 0.", "length", 10, 5)
                : ScriptedReply.text("{\"score\": 9, \"feedback\": \"\"}"));
    Evaluation evaluation = Predictions.evaluation(1, metric);

    // When
    producer.send(answered(evaluation, 1, "a"));
    BatchScored result = result(evaluation);

    // Then
    assertThat(result.failed()).isEqualTo(1);
    assertThat(result.mistakes()).isEmpty();
    assertThat(result.usage()).isEqualTo(new Usage(3, 0, 40, 14));
    assertThat(result.failures())
        .singleElement()
        .satisfies(
            failure -> {
              assertThat(failure.kind()).isEqualTo(FailureKind.UNREADABLE);
              assertThat(failure.message())
                  .startsWith("the judge: judge-model gave two unreadable replies")
                  .endsWith("it was cut off at maxTokens");
            });
    assertThat(model.requests().getLast().system()).contains("score is 9; allowed is a number");
  }

  @Test
  void shouldFailAnExampleWhoseJudgeCannotBeAskedAndJudgeItInTheNextAttempt() {
    // Given
    model.script(request -> ScriptedReply.error(401, "invalid_api_key", "Incorrect API key"));
    Evaluation evaluation = Predictions.evaluation(2, metric);

    // When
    producer.send(answered(evaluation, 1, "a"), Predictions.failed(evaluation, 2));
    BatchScored failed = result(evaluation);
    model.script(request -> verdict(0.75, "Nearly."));
    Evaluation attempt = Predictions.evaluation(1, metric);
    producer.send(answered(attempt, 1, "a"));

    // Then
    assertThat(failed.failed()).isEqualTo(2);
    assertThat(failed.score()).isZero();
    assertThat(failed.judgeUsage()).isEqualTo(Usage.NONE);
    assertThat(failed.failures().getFirst().kind()).isEqualTo(FailureKind.UNAUTHORIZED);
    assertThat(failed.failures().getFirst().message())
        .startsWith("the judge: ")
        .contains("Incorrect API key");
    assertThat(result(attempt).score()).isEqualTo(0.75);
  }

  @Test
  void shouldAskNoModelWhereARuleGrades() {
    // Given
    Evaluation evaluation = Predictions.evaluation(2, new F1Metric());

    // When
    producer.send(
        Predictions.right(evaluation, 1), answered(evaluation, 2, "Answer: 2 apples and pears"));
    BatchScored result = result(evaluation);
    tap.awaitNothingMore(QUIET);

    // Then
    assertThat(result.score()).isEqualTo(0.7);
    assertThat(result.correct()).isEqualTo(1);
    assertThat(result.mistakes()).hasSize(1);
    assertThat(result.judgeUsage()).isNull();
    assertThat(model.requests()).isEmpty();
  }

  private BatchScored result(Evaluation evaluation) {
    return tap.awaitRecords(of(evaluation), 1, PATIENCE).getFirst().as(BatchScored.class);
  }

  private static PredictionProduced answered(Evaluation evaluation, int number, String output) {
    return Predictions.answered(evaluation, number, output, ANSWERED);
  }

  private static ScriptedReply verdict(double score, String feedback) {
    return ScriptedReply.text("{\"score\": %s, \"feedback\": \"%s\"}".formatted(score, feedback));
  }

  private static boolean isSecond(ModelRequestSeen request) {
    return request.system().contains("could not be read");
  }

  private static Predicate<TappedRecord> of(Evaluation evaluation) {
    return on(RESULTS)
        .and(record -> record.as(BatchScored.class).evaluation().id().equals(evaluation.id()));
  }
}
