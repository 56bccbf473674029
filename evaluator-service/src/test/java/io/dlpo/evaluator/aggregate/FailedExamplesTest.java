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
import io.dlpo.contracts.event.BatchScored;
import io.dlpo.contracts.event.PredictionProduced;
import io.dlpo.contracts.metric.JudgeMetric;
import io.dlpo.contracts.wire.EventJson;
import io.dlpo.evaluator.Predictions;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class FailedExamplesTest {

  @Test
  void shouldCountToleratedExamplesAsWrongAndKeepThemInTheDenominator() {
    // Given
    Evaluation evaluation = Predictions.tolerating(2, Predictions.evaluation(5));

    // When
    BatchScored result =
        close(
            evaluation,
            Predictions.right(evaluation, 1),
            Predictions.failed(evaluation, 2, FailureKind.REFUSED),
            Predictions.right(evaluation, 3),
            Predictions.wrong(evaluation, 4),
            Predictions.failed(evaluation, 5, FailureKind.UNREADABLE));

    // Then
    assertThat(result.failed()).isZero();
    assertThat(result.countedWrong()).isEqualTo(2);
    assertThat(result.correct()).isEqualTo(2);
    assertThat(result.score()).isEqualTo(0.4);
    assertThat(result.examples())
        .extracting(ExampleScore::score)
        .containsExactly(1.0, 0.0, 1.0, 0.0, 0.0);
    assertThat(result.mistakes()).extracting(Mistake::exampleId).containsExactly("e004");
    assertThat(result.failedExamples())
        .containsExactly(
            new FailedExample("e002", FailureKind.REFUSED, "student said no"),
            new FailedExample("e005", FailureKind.UNREADABLE, "student said no"));
  }

  @ParameterizedTest
  @CsvSource({"1, 1, 1", "1, 2, 0", "3, 3, 3", "3, 4, 0", "5, 5, 5"})
  void shouldCountAllFailedExamplesAsWrongOrNone(int tolerated, int failed, int countedWrong) {
    // Given
    Evaluation evaluation = Predictions.tolerating(tolerated, Predictions.evaluation(5));

    // When
    BatchScored result =
        close(
            evaluation,
            IntStream.rangeClosed(1, 5)
                .mapToObj(
                    n ->
                        n <= failed
                            ? Predictions.failed(evaluation, n, FailureKind.REFUSED)
                            : Predictions.right(evaluation, n))
                .toArray(PredictionProduced[]::new));

    // Then
    assertThat(result.countedAsWrong()).isEqualTo(countedWrong);
    assertThat(result.failed()).isEqualTo(failed - countedWrong);
    assertThat(result.failedExamples()).hasSize(failed);
    assertThat(result.examples())
        .filteredOn(example -> example.score() == null)
        .hasSize(failed - countedWrong);
  }

  @ParameterizedTest
  @EnumSource(FailureKind.class)
  void shouldTolerateOnlyWhatTheExampleMayCause(FailureKind kind) {
    // Given
    Evaluation evaluation = Predictions.tolerating(3, Predictions.evaluation(3));
    boolean tolerated = kind == FailureKind.REFUSED || kind == FailureKind.UNREADABLE;

    // When
    BatchScored result =
        close(
            evaluation,
            Predictions.right(evaluation, 1),
            Predictions.failed(evaluation, 2, FailureKind.REFUSED),
            Predictions.failed(evaluation, 3, kind));

    // Then
    assertThat(result.failed()).isEqualTo(tolerated ? 0 : 2);
    assertThat(result.countedAsWrong()).isEqualTo(tolerated ? 2 : 0);
    assertThat(result.score()).isEqualTo(tolerated ? 1.0 / 3 : 1);
  }

  @Test
  void shouldNotTolerateAMissingPrediction() {
    // Given
    Evaluation evaluation = Predictions.tolerating(3, Predictions.evaluation(3));

    // When
    BatchScored result =
        close(
            evaluation,
            Predictions.right(evaluation, 1),
            Predictions.failed(evaluation, 2, FailureKind.REFUSED));

    // Then
    assertThat(result.failed()).isEqualTo(2);
    assertThat(result.countedWrong()).isNull();
    assertThat(result.failedExamples())
        .extracting(FailedExample::exampleId)
        .containsExactly("e002");
  }

  @Test
  void shouldTolerateARefusalOfTheJudge() {
    // Given
    Evaluation evaluation =
        Predictions.tolerating(
            1, Predictions.evaluation(1, new JudgeMetric(Engine.greedy("judge"), "Be polite.")));
    CallFailure refusal = new CallFailure(FailureKind.REFUSED, "judge said no");

    // When
    BatchScored result =
        Aggregation.close(
            evaluation,
            List.of(
                new ScoredPrediction(
                    "e001",
                    null,
                    null,
                    refusal,
                    new ModelCall(true, 5, 1, 7),
                    List.of(new ModelCall(true, 30, 10, 40)))),
            20);

    // Then
    assertThat(result.countedWrong()).isEqualTo(1);
    assertThat(result.usage().paid()).isEqualTo(2);
  }

  @Test
  void shouldSayNothingOfFailuresWhereNoneWas() {
    // Given
    Evaluation evaluation = Predictions.tolerating(1, Predictions.evaluation(1));

    // When
    BatchScored result = close(evaluation, Predictions.right(evaluation, 1));

    // Then
    assertThat(result.countedWrong()).isNull();
    assertThat(result.failedExamples()).isNull();
  }

  @Test
  void shouldListNoMoreExamplesThanFitARecord() {
    // Given
    Evaluation evaluation = Predictions.evaluation(200);

    // When
    BatchScored result =
        close(
            evaluation,
            IntStream.rangeClosed(1, 200)
                .mapToObj(
                    n ->
                        new PredictionProduced(
                            evaluation,
                            Predictions.example(n),
                            null,
                            new CallFailure(FailureKind.REFUSED, "\u0001".repeat(500)),
                            ModelCall.NONE))
                .toArray(PredictionProduced[]::new));

    // Then
    assertThat(result.failedExamples()).hasSize(FailedExamples.MAX_LISTED);
    assertThat(EventJson.write(result)).hasSizeLessThan(300_000);
  }

  private static BatchScored close(Evaluation evaluation, PredictionProduced... predictions) {
    return Aggregation.close(
        evaluation, Stream.of(predictions).map(PredictionScoring::score).toList(), 20);
  }
}
