package io.dlpo.contracts.event;

import static org.assertj.core.api.Assertions.assertThat;

import io.dlpo.contracts.evaluation.CritiqueMode;
import io.dlpo.contracts.evaluation.Engine;
import io.dlpo.contracts.evaluation.Engines;
import io.dlpo.contracts.evaluation.Evaluation;
import io.dlpo.contracts.evaluation.Example;
import io.dlpo.contracts.evaluation.Purpose;
import io.dlpo.contracts.id.EvaluationId;
import io.dlpo.contracts.id.PromptId;
import io.dlpo.contracts.id.RunId;
import io.dlpo.contracts.metric.NumberMetric;
import io.dlpo.contracts.wire.EventJson;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.NullSource;

class CritiqueModeTest {

  @ParameterizedTest
  @NullSource
  @EnumSource(value = CritiqueMode.class, names = "EACH")
  void shouldNotStoreACritiqueOfEachMistakeAsInOlderVersions(@Nullable CritiqueMode critique) {
    // When
    Evaluation evaluation = evaluation("e-1", critique);

    // Then
    assertThat(evaluation.critique()).isNull();
    assertThat(evaluation.critiqueMode()).isEqualTo(CritiqueMode.EACH);
    assertThat(evaluation).isEqualTo(evaluation("e-1", null));
    assertThat(json(proposed(evaluation))).doesNotContain("critique");
  }

  @ParameterizedTest
  @EnumSource(CritiqueMode.class)
  void shouldReadTheModeThatWasWritten(CritiqueMode critique) throws IOException {
    // Given
    PromptProposed event = proposed(evaluation("e-1", critique));

    // When
    PromptProposed read = EventJson.read(EventJson.write(event), PromptProposed.class);

    // Then
    assertThat(read).isEqualTo(event);
    assertThat(read.evaluation().critiqueMode()).isEqualTo(critique);
  }

  @ParameterizedTest
  @EnumSource(value = CritiqueMode.class, names = "EACH", mode = EnumSource.Mode.EXCLUDE)
  void shouldWriteAnyOtherMode(CritiqueMode critique) {
    assertThat(evaluation("e-1", critique).critique()).isEqualTo(critique);
    assertThat(json(proposed(evaluation("e-1", critique))))
        .contains("\"critique\":\"" + critique + "\"");
  }

  @Test
  void shouldChangeTheIdAlone() {
    // When
    Evaluation other = evaluation("e-1", CritiqueMode.JOINT).withId(new EvaluationId("e-2"));

    // Then
    assertThat(other).isEqualTo(evaluation("e-2", CritiqueMode.JOINT));
  }

  private static PromptProposed proposed(Evaluation evaluation) {
    return new PromptProposed(evaluation, 1, 1, List.of(new Example("r1", "1 + 1", "2")));
  }

  private static String json(Event event) {
    return new String(EventJson.write(event), StandardCharsets.UTF_8);
  }

  private static Evaluation evaluation(String id, @Nullable CritiqueMode critique) {
    return new Evaluation(
        new EvaluationId(id),
        new RunId("run-1"),
        1,
        Purpose.BATCH,
        PromptId.of("Answer."),
        "Answer.",
        new NumberMetric(),
        new Engines(Engine.greedy("student"), Engine.greedy("teacher")),
        "scope",
        2,
        1,
        critique);
  }
}
