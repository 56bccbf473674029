package io.dlpo.backward.gradient;

import static org.assertj.core.api.Assertions.assertThat;

import io.dlpo.backward.Batches;
import io.dlpo.contracts.evaluation.CallFailure;
import io.dlpo.contracts.evaluation.Critique;
import io.dlpo.contracts.evaluation.Evaluation;
import io.dlpo.contracts.evaluation.FailedExample;
import io.dlpo.contracts.evaluation.FailureKind;
import io.dlpo.contracts.evaluation.ModelCall;
import io.dlpo.contracts.evaluation.Purpose;
import io.dlpo.contracts.evaluation.Usage;
import io.dlpo.contracts.event.BatchScored;
import io.dlpo.contracts.event.GradientProduced;
import io.dlpo.contracts.metric.NumberMetric;
import io.dlpo.gateway.FinishReason;
import io.dlpo.gateway.ModelReply;
import io.dlpo.gateway.ModelRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class GradientWriterTest {

  private final List<ModelRequest> asked = new ArrayList<>();

  @Test
  void shouldReduceAllCritiquesToOneGradient() {
    // Given
    BatchScored scored = Batches.withMistakes(3);

    // When
    GradientProduced gradient =
        writer(request -> replied(isReduction(request) ? "merged" : "advice", 40)).write(scored);

    // Then
    assertThat(gradient.gradient()).isEqualTo("merged");
    assertThat(gradient.critiques())
        .containsExactly(
            new Critique("e1", "advice"),
            new Critique("e2", "advice"),
            new Critique("e3", "advice"));
    assertThat(gradient.critiqueUsage()).isEqualTo(new Usage(3, 0, 30, 15));
    assertThat(gradient.reductionUsage()).isEqualTo(new Usage(1, 0, 10, 5));
    assertThat(gradient.criticalPathMillis()).isEqualTo(80);
    assertThat(gradient.correct()).as("of eight").isEqualTo(5);
    assertThat(asked).hasSize(4);
  }

  @Test
  void shouldTellTheFirstFailureAndNotReduce() {
    // Given
    BatchScored scored = Batches.withMistakes(3);
    CallFailure late = new CallFailure(FailureKind.TIMEOUT, "late");

    // When
    GradientProduced gradient =
        writer(
                request ->
                    request.requester().endsWith(":e2")
                        ? new ModelReply.Failed(late)
                        : replied("advice", 40))
            .write(scored);

    // Then
    assertThat(gradient.gradient()).isNull();
    assertThat(gradient.failure()).isEqualTo(late);
    assertThat(gradient.critiqueUsage().paid()).isEqualTo(2);
    assertThat(gradient.correct()).isEqualTo(5);
    assertThat(asked).noneMatch(GradientWriterTest::isReduction);
  }

  @Test
  void shouldCountWhatAFailedCallHasCostAndPassNotesOn() {
    // Given
    CallFailure empty = new CallFailure(FailureKind.UNREADABLE, "empty");
    ModelCall wasted = new ModelCall(true, 30, 3, 0);

    // When
    GradientProduced failed =
        writer(
                request ->
                    request.requester().endsWith(":e2")
                        ? new ModelReply.Failed(empty, wasted)
                        : noted("critique"))
            .write(Batches.withMistakes(2));
    GradientProduced written =
        writer(request -> noted(isReduction(request) ? "reduction" : "critique"))
            .write(Batches.withMistakes(2));

    // Then
    assertThat(failed.critiqueUsage()).isEqualTo(new Usage(2, 0, 40, 8));
    assertThat(failed.notes()).containsExactly("critique");
    assertThat(written.notes()).containsExactly("critique", "reduction");
  }

  private static ModelReply noted(String note) {
    return new ModelReply.Replied(
        "advice", "", FinishReason.STOP, new ModelCall(true, 10, 5, 1), List.of(note));
  }

  @Test
  void shouldTakeAReplyWithoutAnAnswerForAFailure() {
    // When
    GradientProduced empty = writer(request -> replied(" \n", 1)).write(Batches.withMistakes(1));
    GradientProduced thinking =
        writer(
                request ->
                    new ModelReply.Replied("", FinishReason.LENGTH, new ModelCall(true, 1, 1, 1)))
            .write(Batches.withMistakes(1));

    // Then
    assertThat(empty.failure())
        .isEqualTo(new CallFailure(FailureKind.UNREADABLE, "teacher sent an empty reply"));
    assertThat(thinking.failure().message())
        .isEqualTo("teacher reached maxTokens within its thought, before an answer");
    assertThat(thinking.critiqueUsage().paid()).isEqualTo(1);
  }

  @Test
  void shouldUseACritiqueThatWasCutOffAndBoundItsLength() {
    // When
    GradientProduced gradient =
        writer(
                request ->
                    new ModelReply.Replied(
                        "x".repeat(10_000), FinishReason.LENGTH, new ModelCall(true, 1, 1, 1)))
            .write(Batches.withMistakes(1));

    // Then
    assertThat(gradient.critiques().getFirst().text()).hasSize(BackwardReply.MAX_LENGTH);
  }

  @ParameterizedTest
  @EnumSource(Purpose.class)
  void shouldBeDueForWholeBatchesWithMistakesOnly(Purpose purpose) {
    // Given
    Evaluation evaluation = Batches.evaluation(purpose, new NumberMetric());

    // Then
    assertThat(GradientWriter.isDue(Batches.scored(evaluation, 2, 0)))
        .isEqualTo(purpose == Purpose.BATCH);
    assertThat(GradientWriter.isDue(Batches.scored(evaluation, 0, 0))).isFalse();
    assertThat(GradientWriter.isDue(Batches.scored(evaluation, 2, 1))).isFalse();
  }

  @Test
  void shouldBeDueOnceForABatchWithRowsThatCountAsWrongAndCritiqueOnlyItsMistakes() {
    // Given
    BatchScored plain = Batches.scored(Batches.evaluation(Purpose.BATCH, new NumberMetric()), 2, 0);
    BatchScored tolerant =
        new BatchScored(
            plain.evaluation(),
            plain.correct() - 1,
            0,
            plain.score(),
            plain.examples(),
            plain.mistakes(),
            List.of(new CallFailure(FailureKind.REFUSED, "filtered")),
            plain.usage(),
            plain.criticalPathMillis(),
            null,
            null,
            1,
            List.of(new FailedExample("e9", FailureKind.REFUSED, "filtered")));

    // When
    GradientProduced gradient = writer(request -> replied("advice", 1)).write(tolerant);

    // Then
    assertThat(GradientWriter.isDue(tolerant)).isTrue();
    assertThat(gradient.critiques()).extracting(Critique::exampleId).containsExactly("e1", "e2");
    assertThat(gradient.correct()).isEqualTo(5);
  }

  private GradientWriter writer(Function<ModelRequest, ModelReply> model) {
    return new GradientWriter(
        requests -> {
          asked.addAll(requests);
          return requests.stream().map(model).toList();
        });
  }

  private static boolean isReduction(ModelRequest request) {
    return request.requester().startsWith("reduction:");
  }

  private static ModelReply replied(String text, long millis) {
    return new ModelReply.Replied(text, FinishReason.STOP, new ModelCall(true, 10, 5, millis));
  }
}
