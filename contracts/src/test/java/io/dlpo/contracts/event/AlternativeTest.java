package io.dlpo.contracts.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import io.dlpo.contracts.id.PromptId;
import io.dlpo.contracts.id.RunId;
import io.dlpo.contracts.wire.EventJson;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullAndEmptySource;

class AlternativeTest {

  private static final PromptId ID = PromptId.of("Think.");
  private static final Alternative UNSCORED =
      new Alternative(
          ID,
          "Think.",
          List.of(new SentenceEdit(SentenceEdit.Op.MODIFY, 1, null, "Answer.", "Think.")),
          null,
          0);

  @ParameterizedTest
  @NullAndEmptySource
  void shouldLeaveNoTraceOfCandidatesThatThereWereNot(@Nullable List<Alternative> none) {
    // When
    Decision decision = decision(none);

    // Then
    assertThat(decision.alternatives()).isNull();
    assertThat(json(decision)).doesNotContain("alternatives");
  }

  @Test
  void shouldReadTheCandidatesThatWereWritten() throws IOException {
    // Given
    Alternative scored = new Alternative(PromptId.of("Guess."), "Guess.", List.of(), 1, 5);
    PromptAccepted event =
        new PromptAccepted(new RunId("run-1"), 3, decision(List.of(UNSCORED, scored)));

    // When
    PromptAccepted read = EventJson.read(EventJson.write(event), PromptAccepted.class);

    // Then
    assertThat(read).isEqualTo(event);
    assertThat(read.decision().alternatives()).containsExactly(UNSCORED, scored);
    assertThat(json(decision(List.of(UNSCORED)))).contains("],\"evaluated\":0}");
  }

  @Test
  void shouldKeepItsOwnLists() {
    // Given
    List<SentenceEdit> edits = new ArrayList<>(UNSCORED.edits());
    Alternative alternative = new Alternative(ID, "Think.", edits, 1, 5);
    List<Alternative> alternatives = new ArrayList<>(List.of(alternative));
    Decision decision = decision(alternatives);

    // When
    edits.clear();
    alternatives.clear();

    // Then
    assertThat(alternative.edits()).isEqualTo(UNSCORED.edits());
    assertThat(decision.alternatives()).containsExactly(alternative);
  }

  @Test
  void shouldNameTheMissingProperty() {
    assertThatNullPointerException()
        .isThrownBy(() -> new Alternative(null, "Think.", List.of(), 1, 5))
        .withMessage("Alternative.promptId is missing");
    assertThatNullPointerException()
        .isThrownBy(() -> new Alternative(ID, null, List.of(), 1, 5))
        .withMessage("Alternative.prompt is missing");
    assertThatNullPointerException()
        .isThrownBy(() -> new Alternative(ID, "Think.", null, 1, 5))
        .withMessage("Alternative.edits is missing");
  }

  private static String json(Decision decision) {
    return new String(
        EventJson.write(new PromptAccepted(new RunId("run-1"), 3, decision)),
        StandardCharsets.UTF_8);
  }

  private static Decision decision(@Nullable List<Alternative> alternatives) {
    return new Decision(
        PromptId.of("Answer."),
        PromptId.of("Count."),
        "Count.",
        "41 of 50 right, 38 before",
        List.of(),
        List.of(),
        38,
        41,
        50,
        50,
        null,
        null,
        null,
        null,
        alternatives);
  }
}
