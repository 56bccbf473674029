package io.dlpo.optimizer.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.dlpo.contracts.evaluation.Evaluation;
import io.dlpo.contracts.evaluation.Example;
import io.dlpo.contracts.evaluation.ExampleScore;
import io.dlpo.contracts.evaluation.Mistake;
import io.dlpo.contracts.evaluation.ModelCall;
import io.dlpo.contracts.evaluation.Usage;
import io.dlpo.contracts.event.BatchScored;
import io.dlpo.contracts.event.PredictionProduced;
import io.dlpo.contracts.event.PromptProposed;
import io.dlpo.core.run.PlayedRun;
import io.dlpo.optimizer.rest.ExampleBody.Turn;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExampleBodyTest {

  private static final Evaluation EVALUATION =
      PlayedRun.annealed(2, 1).play().log().stream()
          .filter(PromptProposed.class::isInstance)
          .map(event -> ((PromptProposed) event).evaluation())
          .findFirst()
          .orElseThrow();

  private static final Map<String, Example> DATASET =
      Map.of(
          "1", new Example("1", "one and one?", "2"), "2", new Example("2", "two and one?", "3"));

  @Test
  void shouldFindTheAnswerThatWasRightBeforeAndIsWrongNow() {
    // Given
    BatchScored before = scored(new ExampleScore("1", 1.0), new ExampleScore("2", 0.0));
    BatchScored now = scored(new ExampleScore("1", 0.0), new ExampleScore("2", 1.0));

    // When
    List<ExampleBody> examples = ExampleBody.of(now, before, DATASET, Map.of());

    // Then
    assertThat(examples)
        .containsExactly(
            new ExampleBody(
                "1",
                "one and one?",
                "2",
                "answer 1",
                null,
                "wrong: 1",
                0.0,
                1.0,
                null,
                Turn.RIGHT_TO_WRONG),
            new ExampleBody(
                "2",
                "two and one?",
                "3",
                null,
                null,
                null,
                1.0,
                0.0,
                "answer 2",
                Turn.WRONG_TO_RIGHT));
  }

  @Test
  void shouldShowRepliesOfBothEvaluationsWhereTheyAreKnown() {
    // Given
    BatchScored scored = scored(new ExampleScore("1", 1.0));

    // When
    PredictionProduced reply =
        new PredictionProduced(
            EVALUATION,
            DATASET.get("1"),
            "It is 2.",
            null,
            ModelCall.NONE,
            null,
            null,
            "One and one make two.");
    List<ExampleBody> examples =
        ExampleBody.of(scored, scored, DATASET, Map.of(reply.identity(), reply));

    // Then
    assertThat(examples)
        .extracting(
            ExampleBody::output,
            ExampleBody::thought,
            ExampleBody::outputBefore,
            ExampleBody::turned)
        .containsExactly(tuple("It is 2.", "One and one make two.", "It is 2.", Turn.STAYED));
  }

  @Test
  void shouldDoWithoutTheRowTheScoreAndTheEvaluationBefore() {
    assertThat(ExampleBody.of(scored(new ExampleScore("9", null)), null, DATASET, Map.of()))
        .containsExactly(
            new ExampleBody("9", null, null, null, null, null, null, null, null, null));
  }

  @ParameterizedTest
  @CsvSource({
    "1, 1, STAYED",
    "0, 0, STAYED",
    "0.2, 0.9, STAYED",
    "1, 0.9, RIGHT_TO_WRONG",
    "0.9, 1, WRONG_TO_RIGHT",
    ", 1, ",
    "1, , ",
  })
  void shouldCallOnlyAFullScoreRight(Double before, Double now, Turn expected) {
    assertThat(Turn.of(before, now)).isEqualTo(expected);
  }

  /** Each example with score 0 is a mistake. */
  private static BatchScored scored(ExampleScore... examples) {
    List<ExampleScore> all = List.of(examples);
    List<Mistake> mistakes =
        all.stream()
            .filter(example -> Double.valueOf(0).equals(example.score()))
            .map(ExampleScore::exampleId)
            .map(id -> new Mistake(id, "input", "answer " + id, "reference", "wrong: " + id))
            .toList();
    return new BatchScored(EVALUATION, 0, 0, 0.5, all, mistakes, List.of(), Usage.NONE, 1);
  }
}
