package io.dlpo.evaluator.aggregate;

import static org.assertj.core.api.Assertions.assertThat;

import io.dlpo.contracts.evaluation.CallFailure;
import io.dlpo.contracts.evaluation.Engine;
import io.dlpo.contracts.evaluation.Evaluation;
import io.dlpo.contracts.evaluation.ExampleScore;
import io.dlpo.contracts.evaluation.FailedExample;
import io.dlpo.contracts.evaluation.FailureKind;
import io.dlpo.contracts.evaluation.Mistake;
import io.dlpo.contracts.evaluation.ModelCall;
import io.dlpo.contracts.evaluation.Tokens;
import io.dlpo.contracts.evaluation.Usage;
import io.dlpo.contracts.event.BatchScored;
import io.dlpo.contracts.event.PredictionProduced;
import io.dlpo.contracts.metric.F1Metric;
import io.dlpo.contracts.metric.JudgeMetric;
import io.dlpo.contracts.wire.EventJson;
import io.dlpo.evaluator.Predictions;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class AggregationTest {

  private static final int MAX_MISTAKES = 20;

  @Test
  void shouldAddUpRightWrongAndFailed() {
    // Given
    Evaluation evaluation = Predictions.evaluation(4);

    // When
    BatchScored result =
        close(
            evaluation,
            List.of(
                Predictions.failed(evaluation, 4),
                Predictions.right(evaluation, 2),
                Predictions.right(evaluation, 1),
                Predictions.wrong(evaluation, 3)));

    // Then
    assertThat(result)
        .isEqualTo(
            new BatchScored(
                evaluation,
                2,
                1,
                2.0 / 3,
                List.of(
                    new ExampleScore("e001", 1.0),
                    new ExampleScore("e002", 1.0),
                    new ExampleScore("e003", 0.0),
                    new ExampleScore("e004", null)),
                List.of(
                    new Mistake(
                        "e003",
                        "What is 3?",
                        "Answer: -1",
                        "3",
                        "The answer line gives \"-1\"; the right number is 3.")),
                List.of(new CallFailure(FailureKind.TIMEOUT, "student did not answer in time")),
                new Usage(2, 1, 20, 10, new Tokens(10, 5)),
                2,
                null,
                null,
                null,
                List.of(
                    new FailedExample(
                        "e004", FailureKind.TIMEOUT, "student did not answer in time"))));
  }

  @Test
  void shouldPassOnEachNoteOnceAndCountEstimatedCalls() {
    // Given
    Evaluation evaluation = Predictions.evaluation(2);
    ModelCall estimated = new ModelCall(true, 5, 1, 7, true);
    ModelCall counted = new ModelCall(true, 5, 1, 7);
    List<ScoredPrediction> predictions =
        List.of(
            new ScoredPrediction(
                "e001", 1.0, null, null, estimated, List.of(estimated), List.of("b", "a")),
            new ScoredPrediction(
                "e002", 1.0, null, null, estimated, List.of(counted), List.of("b")));

    // When
    BatchScored result = Aggregation.close(evaluation, predictions, MAX_MISTAKES);

    // Then
    assertThat(result.notes()).containsExactly("a", "b");
    assertThat(result.usage()).isEqualTo(new Usage(4, 0, 20, 4, null, 3));
  }

  @Test
  void shouldTakeTheMeanOfGradesAndCountNoneBelowOneAsRight() {
    // Given
    Evaluation evaluation = Predictions.evaluation(4, new F1Metric());

    // When
    BatchScored result =
        close(
            evaluation,
            List.of(
                Predictions.right(evaluation, 1),
                Predictions.answered(evaluation, 2, "Answer: 2 x y", ModelCall.NONE),
                Predictions.wrong(evaluation, 3),
                Predictions.failed(evaluation, 4)));

    // Then
    assertThat(result.correct()).isEqualTo(1);
    assertThat(result.failed()).isEqualTo(1);
    assertThat(result.score()).isEqualTo(0.5);
    assertThat(result.examples())
        .extracting(ExampleScore::score)
        .containsExactly(1.0, 0.5, 0.0, null);
    assertThat(result.mistakes()).extracting(Mistake::exampleId).containsExactly("e002", "e003");
    assertThat(result.mistakes().getFirst().feedback()).contains("not expected: \"x y\"");
  }

  @Test
  void shouldAddUpWhatTheJudgeTookAndTheSlowestWayToAScore() {
    // Given
    Evaluation evaluation =
        Predictions.evaluation(3, new JudgeMetric(Engine.greedy("judge"), "Be polite."));
    ModelCall fresh = new ModelCall(true, 30, 10, 40);
    ModelCall known = new ModelCall(false, 30, 10, 0);
    CallFailure failure = new CallFailure(FailureKind.UNREADABLE, "the judge: no verdict");

    // When
    BatchScored result =
        Aggregation.close(
            evaluation,
            List.of(
                judged("e001", 1.0, null, List.of(fresh)),
                judged("e002", null, failure, List.of(fresh, fresh)),
                judged("e003", 1.0, null, List.of(known))),
            MAX_MISTAKES);

    // Then
    assertThat(result.judgeUsage()).isEqualTo(new Usage(3, 1, 90, 30, new Tokens(30, 10)));
    assertThat(result.usage()).isEqualTo(new Usage(6, 1, 105, 33, new Tokens(30, 10)));
    assertThat(result.criticalPathMillis()).isEqualTo(87);
    assertThat(result.score()).isEqualTo(1);
    assertThat(result.failures()).containsExactly(failure);
  }

  @Test
  void shouldSayThatTheJudgeTookNothingWhereNoneWasAsked() {
    // Given
    Evaluation judged =
        Predictions.evaluation(1, new JudgeMetric(Engine.greedy("judge"), "Be polite."));
    Evaluation ruled = Predictions.evaluation(1);

    // Then
    assertThat(close(judged, List.of(Predictions.failed(judged, 1))).judgeUsage())
        .isEqualTo(Usage.NONE);
    assertThat(close(ruled, List.of(Predictions.right(ruled, 1))).judgeUsage()).isNull();
  }

  @Test
  void shouldCountMissingPredictionsAsFailedBesideTheDenominator() {
    // Given
    Evaluation evaluation = Predictions.evaluation(5);

    // When
    BatchScored result =
        close(
            evaluation,
            List.of(Predictions.right(evaluation, 1), Predictions.failed(evaluation, 3)));

    // Then
    assertThat(result.correct()).isEqualTo(1);
    assertThat(result.failed()).isEqualTo(4);
    assertThat(result.score()).isEqualTo(1);
    assertThat(result.failures())
        .extracting(CallFailure::kind)
        .containsExactly(FailureKind.MISSING, FailureKind.TIMEOUT);
    assertThat(result.failures().getFirst().message())
        .isEqualTo("3 of 5 predictions had not arrived at the deadline");
  }

  @Test
  void shouldScoreZeroIfAllFailed() {
    // Given
    Evaluation evaluation = Predictions.evaluation(2);

    // When
    BatchScored result =
        close(
            evaluation,
            List.of(Predictions.failed(evaluation, 1), Predictions.failed(evaluation, 2)));

    // Then
    assertThat(result.score()).isZero();
    assertThat(result.failed()).isEqualTo(2);
    assertThat(result.failures()).hasSize(1);
  }

  @Test
  void shouldBoundTheDistinctReasonsOfFailures() {
    // Given
    Evaluation evaluation = Predictions.evaluation(50);
    List<PredictionProduced> failed =
        IntStream.rangeClosed(1, 50)
            .mapToObj(
                n ->
                    new PredictionProduced(
                        evaluation,
                        Predictions.example(n),
                        null,
                        new CallFailure(FailureKind.SERVER_ERROR, "request " + n),
                        ModelCall.NONE))
            .toList();

    // Then
    assertThat(close(evaluation, failed).failures()).hasSize(Aggregation.MAX_FAILURES);
  }

  @Test
  void shouldCarryTheFirstMistakesOnly() {
    // Given
    Evaluation evaluation = Predictions.evaluation(30);
    List<PredictionProduced> wrong =
        IntStream.rangeClosed(1, 30).mapToObj(n -> Predictions.wrong(evaluation, n)).toList();

    // When
    BatchScored result = close(evaluation, wrong);

    // Then
    assertThat(result.examples()).hasSize(30);
    assertThat(result.mistakes())
        .extracting(Mistake::exampleId)
        .containsExactlyElementsOf(
            IntStream.rangeClosed(1, MAX_MISTAKES).mapToObj("e%03d"::formatted).toList());
  }

  @Test
  void shouldFitOneRecordWhateverTheModelsAnswer() {
    // Given
    Evaluation evaluation = Predictions.evaluation(20);
    List<PredictionProduced> wrong =
        IntStream.rangeClosed(1, 20)
            .mapToObj(
                n ->
                    Predictions.answered(
                        evaluation, n, "\u0001".repeat(10_000), new ModelCall(true, 1, 1, 1)))
            .toList();

    // When
    BatchScored result = close(evaluation, wrong);

    // Then
    assertThat(result.mistakes()).hasSizeBetween(5, 19);
    assertThat(EventJson.write(result)).hasSizeLessThan(900_000);
  }

  @Property(tries = 200)
  void shouldNotDependOnOrderOrRepetition(
      @ForAll @IntRange(min = 1, max = 40) int size, @ForAll long seed) {
    // Given
    Random random = new Random(seed);
    Evaluation evaluation =
        Predictions.tolerating(1 + random.nextInt(size), Predictions.evaluation(size));
    List<PredictionProduced> predictions =
        IntStream.rangeClosed(1, size).mapToObj(n -> some(evaluation, n, random)).toList();
    List<PredictionProduced> shuffled = new ArrayList<>(predictions);
    random.ints(size, 0, size).mapToObj(predictions::get).forEach(shuffled::add);
    Collections.shuffle(shuffled, random);

    // Then
    assertThat(EventJson.write(close(evaluation, shuffled)))
        .isEqualTo(EventJson.write(close(evaluation, predictions)));
  }

  private static ScoredPrediction judged(
      String example, Double score, CallFailure failure, List<ModelCall> calls) {
    return new ScoredPrediction(example, score, null, failure, new ModelCall(true, 5, 1, 7), calls);
  }

  private static PredictionProduced some(Evaluation evaluation, int number, Random random) {
    return switch (random.nextInt(4)) {
      case 0 -> Predictions.right(evaluation, number);
      case 1 -> Predictions.wrong(evaluation, number);
      case 2 -> Predictions.failed(evaluation, number, FailureKind.REFUSED);
      default -> Predictions.failed(evaluation, number);
    };
  }

  private static BatchScored close(Evaluation evaluation, List<PredictionProduced> predictions) {
    return Aggregation.close(
        evaluation, predictions.stream().map(PredictionScoring::score).toList(), MAX_MISTAKES);
  }
}
