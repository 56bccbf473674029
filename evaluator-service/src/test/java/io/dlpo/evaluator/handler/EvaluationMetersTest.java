package io.dlpo.evaluator.handler;

import static org.assertj.core.api.Assertions.assertThat;

import io.dlpo.contracts.evaluation.Evaluation;
import io.dlpo.contracts.event.PredictionProduced;
import io.dlpo.evaluator.Predictions;
import io.dlpo.evaluator.aggregate.Aggregation;
import io.dlpo.evaluator.aggregate.PredictionScoring;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.List;
import org.junit.jupiter.api.Test;

class EvaluationMetersTest {

  private final MeterRegistry registry = new SimpleMeterRegistry();
  private final EvaluationMeters meters = new EvaluationMeters(registry);

  @Test
  void shouldCountEvaluationsByHowTheyEnded() {
    // Given
    Evaluation complete = Predictions.evaluation(6);
    Evaluation failing = Predictions.evaluation(2);
    Evaluation overdue = Predictions.evaluation(2);

    // When
    published(complete, Predictions.all(complete));
    published(failing, List.of(Predictions.right(failing, 1), Predictions.failed(failing, 2)));
    published(overdue, List.of(Predictions.right(overdue, 1)));

    // Then
    assertThat(evaluations("complete")).isEqualTo(1);
    assertThat(evaluations("with_failures")).isEqualTo(1);
    assertThat(evaluations("overdue")).isEqualTo(1);
  }

  @Test
  void shouldShowEachCountFromTheStart() {
    assertThat(registry.get("dlpo.evaluations").counters())
        .hasSize(15)
        .allSatisfy(counter -> assertThat(counter.count()).isZero());
  }

  @Test
  void shouldCountTheirExamples() {
    // Given
    Evaluation evaluation = Predictions.evaluation(4);

    // When
    published(
        evaluation,
        List.of(
            Predictions.right(evaluation, 1),
            Predictions.wrong(evaluation, 2),
            Predictions.wrong(evaluation, 3),
            Predictions.failed(evaluation, 4)));

    // Then
    assertThat(examples("right")).isEqualTo(1);
    assertThat(examples("wrong")).isEqualTo(2);
    assertThat(examples("failed")).isEqualTo(1);
  }

  private void published(Evaluation evaluation, List<PredictionProduced> predictions) {
    meters.published(
        Aggregation.close(
            evaluation, predictions.stream().map(PredictionScoring::score).toList(), 20));
  }

  private double evaluations(String outcome) {
    return registry
        .get("dlpo.evaluations")
        .tag("purpose", "batch")
        .tag("outcome", outcome)
        .counter()
        .count();
  }

  private double examples(String outcome) {
    return registry.get("dlpo.evaluation.examples").tag("outcome", outcome).counter().count();
  }
}
