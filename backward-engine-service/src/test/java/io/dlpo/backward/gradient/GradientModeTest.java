package io.dlpo.backward.gradient;

import static org.assertj.core.api.Assertions.assertThat;

import io.dlpo.backward.Batches;
import io.dlpo.backward.critique.MergedCritiqueRequest;
import io.dlpo.contracts.evaluation.CallFailure;
import io.dlpo.contracts.evaluation.CritiqueMode;
import io.dlpo.contracts.evaluation.FailureKind;
import io.dlpo.contracts.evaluation.ModelCall;
import io.dlpo.contracts.evaluation.Usage;
import io.dlpo.contracts.event.BatchScored;
import io.dlpo.contracts.event.GradientProduced;
import io.dlpo.gateway.FinishReason;
import io.dlpo.gateway.ModelReply;
import io.dlpo.gateway.ModelRequest;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Gradients without a critique of each mistake. */
class GradientModeTest {

  private final List<ModelRequest> asked = new ArrayList<>();

  @Test
  void shouldTakeTheMergedCritiqueForTheGradient() {
    // Given
    BatchScored scored = batch(CritiqueMode.MERGED, 3);

    // When
    GradientProduced gradient = writer(replied(" Count all.\n")).write(scored);

    // Then
    assertThat(gradient)
        .isEqualTo(
            new GradientProduced(
                scored.evaluation(),
                "Count all.",
                null,
                List.of(),
                new Usage(1, 0, 10, 5),
                Usage.NONE,
                40,
                5,
                List.of("no seed")));
    assertThat(asked)
        .containsExactly(MergedCritiqueRequest.of(scored.evaluation(), scored.mistakes()));
  }

  @Test
  void shouldTellTheFailureOfTheMergedCritiqueAndWhatItHasCost() {
    // Given
    CallFailure empty = new CallFailure(FailureKind.UNREADABLE, "empty");
    BatchScored scored = batch(CritiqueMode.MERGED, 2);

    // When
    GradientProduced gradient =
        writer(new ModelReply.Failed(empty, new ModelCall(true, 30, 3, 7))).write(scored);

    // Then
    assertThat(gradient)
        .isEqualTo(
            new GradientProduced(
                scored.evaluation(),
                null,
                empty,
                List.of(),
                new Usage(1, 0, 30, 3),
                Usage.NONE,
                7,
                6));
    assertThat(asked).hasSize(1);
  }

  @Test
  void shouldListTheMistakesForAnUpdateThatFindsTheirCausesItself() {
    // Given
    BatchScored scored = batch(CritiqueMode.JOINT, 2);
    String id = scored.evaluation().id().value();

    // When
    GradientProduced gradient = writer(replied("not asked")).write(scored);

    // Then
    assertThat(gradient)
        .isEqualTo(
            new GradientProduced(
                scored.evaluation(),
                """
                <ANSWER_FORMAT>
                %2$s
                </ANSWER_FORMAT>
                <MISTAKE id="1">
                <QUESTION>
                How many in case 1 of %1$s?
                </QUESTION>
                <ANSWER>
                Answer: 1
                </ANSWER>
                <REFERENCE>
                101
                </REFERENCE>
                <FEEDBACK>
                expected 101, got 1
                </FEEDBACK>
                </MISTAKE>
                <MISTAKE id="2">
                <QUESTION>
                How many in case 2 of %1$s?
                </QUESTION>
                <ANSWER>
                Answer: 2
                </ANSWER>
                <REFERENCE>
                102
                </REFERENCE>
                <FEEDBACK>
                expected 102, got 2
                </FEEDBACK>
                </MISTAKE>"""
                    .formatted(id, scored.evaluation().metric().answerFormat()),
                null,
                List.of(),
                Usage.NONE,
                Usage.NONE,
                0,
                6));
    assertThat(asked).isEmpty();
  }

  private GradientWriter writer(ModelReply reply) {
    return new GradientWriter(
        requests -> {
          asked.addAll(requests);
          return requests.stream().map(request -> reply).toList();
        });
  }

  private static BatchScored batch(CritiqueMode critique, int mistakes) {
    return Batches.scored(Batches.evaluation(critique), mistakes, 0);
  }

  private static ModelReply replied(String text) {
    return new ModelReply.Replied(
        text, "", FinishReason.STOP, new ModelCall(true, 10, 5, 40), List.of("no seed"));
  }
}
