package io.dlpo.core.update;

import static org.assertj.core.api.Assertions.assertThat;

import io.dlpo.contracts.event.SentenceEdit;
import io.dlpo.contracts.event.SentenceEdit.Op;
import io.dlpo.core.prompt.Prompt;
import io.dlpo.core.update.EditCommand.Add;
import io.dlpo.core.update.EditCommand.Delete;
import io.dlpo.core.update.EditCommand.Modify;
import io.dlpo.core.update.EditCommand.Move;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class SentenceEditorTest {

  private static final String THREE = "One. Two. Three.";

  static Stream<Arguments> edits() {
    return Stream.of(
        Arguments.of(THREE, new Modify(2, "Zwei."), "One. Zwei. Three."),
        Arguments.of(THREE, new Delete(1), "Two. Three."),
        Arguments.of(THREE, new Delete(2), "One. Three."),
        Arguments.of(THREE, new Delete(3), "One. Two."),
        Arguments.of(THREE, new Add(0, "New."), "New. One. Two. Three."),
        Arguments.of(THREE, new Add(2, "New."), "One. Two. New. Three."),
        Arguments.of(THREE, new Add(3, "New."), "One. Two. Three. New."),
        Arguments.of(THREE, new Move(3, 0), "Three. One. Two."),
        Arguments.of(THREE, new Move(1, 3), "Two. Three. One."),
        Arguments.of(THREE, new Move(1, 2), "Two. One. Three."),
        Arguments.of("One.\n", new Add(1, "New."), "One. New.\n"),
        Arguments.of("One.\nTwo.\n", new Add(2, "New."), "One.\nTwo.\nNew.\n"),
        Arguments.of("One.\nTwo.", new Add(0, "New."), "New.\nOne.\nTwo."),
        Arguments.of("- One\n- Two", new Add(1, "- New"), "- One\n- New\n- Two"),
        Arguments.of("One.\n\nTwo.", new Add(1, "New."), "One. New.\n\nTwo."),
        Arguments.of("One. Two.\n\nThree.", new Delete(2), "One.\n\nThree."),
        Arguments.of("No end", new Add(1, "New."), "No end\nNew."),
        Arguments.of("One. Two.", new Add(1, "no capital."), "One.\nno capital. Two."),
        Arguments.of("One. Two.", new Modify(2, "no capital."), "One.\nno capital."),
        Arguments.of("One. Two. Three.", new Modify(2, "No end"), "One. No end\nThree."),
        Arguments.of(THREE, new Modify(2, "Aa. Bb."), "One. Aa. Bb. Three."),
        Arguments.of(
            "\u4e00\u3002\u4e8c\u3002",
            new Add(1, "\u65b0\u3002"),
            "\u4e00\u3002\u65b0\u3002\u4e8c\u3002"));
  }

  @ParameterizedTest
  @MethodSource("edits")
  void shouldApplyAnEdit(String text, EditCommand command, String expected) {
    assertThat(apply(text, null, command).text()).isEqualTo(expected);
  }

  @Test
  void shouldTellWhatItDid() {
    // When
    EditedPrompt edited =
        apply(
            THREE, null, new Modify(1, "Eins."), new Add(1, "New."), new Delete(2), new Move(3, 0));

    // Then
    assertThat(edited.text()).isEqualTo("Three. Eins. New.");
    assertThat(edited.applied())
        .containsExactly(
            new SentenceEdit(Op.MODIFY, 1, null, "One.", "Eins."),
            new SentenceEdit(Op.ADD, null, 1, null, "New."),
            new SentenceEdit(Op.DELETE, 2, null, "Two.", null),
            new SentenceEdit(Op.MOVE, 3, 0, "Three.", null));
    assertThat(edited.refused()).isEmpty();
  }

  @Test
  void shouldUseTheNumbersThatTheModelSaw() {
    // When
    EditedPrompt edited =
        apply(
            THREE, null, new Delete(1), new Add(1, "Aa."), new Add(1, "Bb."), new Modify(3, "Cc."));

    // Then
    assertThat(edited.text()).isEqualTo("Aa. Bb. Two. Cc.");
  }

  @Test
  void shouldStopAtTheLimitAndTryCheaperEdits() {
    // When
    EditedPrompt edited =
        apply(THREE, 2, new Delete(1), new Move(2, 3), new Modify(2, "Zwei."), new Delete(3));

    // Then
    assertThat(edited.text()).isEqualTo("Zwei. Three.");
    assertThat(edited.refused())
        .extracting(RefusedEdit::toString)
        .containsExactly(
            "move 2 after 3: it spends 2 of the 2 edits of a step, 1 are spent",
            "delete 3: it spends 1 of the 2 edits of a step, 2 are spent");
  }

  @Test
  void shouldCountEverySentenceOfAnEdit() {
    // When
    EditedPrompt edited = apply(THREE, 2, new Add(1, "Aa. Bb. Cc."), new Modify(1, "Aa. Bb."));

    // Then
    assertThat(edited.text()).isEqualTo("Aa. Bb. Two. Three.");
    assertThat(edited.applied()).extracting(SentenceEdit::op).containsExactly(Op.MODIFY, Op.ADD);
  }

  static Stream<Arguments> refusals() {
    return Stream.of(
        Arguments.of(THREE, new Delete(4), "there is no sentence 4; the last one is 3"),
        Arguments.of(THREE, new Delete(0), "there is no sentence 0"),
        Arguments.of(THREE, new Add(4, "New."), "there is no sentence 4"),
        Arguments.of(THREE, new Move(1, 4), "there is no sentence 4"),
        Arguments.of(THREE, new Modify(1, "One."), "it changes nothing"),
        Arguments.of(THREE, new Move(1, 0), "it changes nothing"),
        Arguments.of(THREE, new Move(2, 1), "it changes nothing"),
        Arguments.of("One.", new Delete(1), "nothing would be left"),
        Arguments.of("Use {{q}}. Go.", new Delete(1), "the variable {{q}} would be lost"),
        Arguments.of("Use {{q}}. Go.", new Modify(1, "Use q."), "the variable {{q}}"),
        Arguments.of(THREE, new Add(1, "x".repeat(8_000) + "."), "longer than 8000"),
        Arguments.of(THREE, new Add(1, "```"), "opens a code block"),
        Arguments.of(THREE, new Add(1, "\u00a0"), "its text is blank"),
        Arguments.of("- One.\n```\nx\n```\n- Two.", new Modify(2, "~~~\nx"), "opens a code"),
        Arguments.of("One. Two.", new Add(1, "- new"), "does not stand as a sentence of its own"));
  }

  @ParameterizedTest
  @MethodSource("refusals")
  void shouldRefuseWhatWouldBreakThePrompt(String text, EditCommand command, String reason) {
    // When
    EditedPrompt edited = apply(text, null, command);

    // Then
    assertThat(edited.text()).isEqualTo(text);
    assertThat(edited.applied()).isEmpty();
    assertThat(edited.refused()).hasSize(1);
    assertThat(edited.refused().getFirst().reason()).contains(reason);
  }

  @Test
  void shouldEditASentenceOnce() {
    // When
    EditedPrompt edited = apply(THREE, null, new Modify(1, "Eins."), new Delete(1));

    // Then
    assertThat(edited.text()).isEqualTo("Eins. Two. Three.");
    assertThat(edited.refused().getFirst().reason()).isEqualTo("sentence 1 is edited already");
  }

  @Test
  void shouldRefuseProtectedSentences() {
    // When
    EditedPrompt edited =
        SentenceEditor.apply(
            new Prompt(THREE, List.of()),
            new EditScript.Edits(
                List.of(new Delete(2), new Modify(2, "No."), new Move(2, 0), new Add(2, "New.")),
                List.of()),
            new EditLimits(null, Set.of(2)));

    // Then
    assertThat(edited.text()).isEqualTo("One. Two. New. Three.");
    assertThat(edited.refused())
        .extracting(RefusedEdit::reason)
        .containsOnly("sentence 2 is protected")
        .hasSize(3);
  }

  @Test
  void shouldPutNothingIntoAFrozenSpan() {
    // Given
    Prompt prompt = Prompt.parse("<frozen>One. Two.</frozen> Three.");

    // When
    EditedPrompt edited =
        SentenceEditor.apply(
            prompt,
            new EditScript.Edits(
                List.of(new Add(1, "New."), new Move(3, 1), new Add(2, "Here.")), List.of()),
            new EditLimits(null, prompt.frozenSentences()));

    // Then
    assertThat(edited.text()).isEqualTo("One. Two. Here. Three.");
    assertThat(edited.refused())
        .extracting(RefusedEdit::reason)
        .containsExactly("it would break frozen text", "it would break frozen text");
  }

  @Test
  void shouldRenumberAListAtNoCost() {
    // When
    EditedPrompt edited =
        apply("1. Read.\n2. Note.\n3. Count.\n4. Say.", 1, new Delete(2), new Delete(1));

    // Then
    assertThat(edited.text()).isEqualTo("1. Read.\n2. Count.\n3. Say.");
    assertThat(edited.applied())
        .containsExactly(new SentenceEdit(Op.DELETE, 2, null, "2. Note.", null));
    assertThat(edited.refused()).hasSize(1);
  }

  @Test
  void shouldTellTheNumbersThatTheSentencesHaveInTheEnd() {
    // When
    EditedPrompt edited =
        apply(
            "1. Read.\n2. Note.\n3. Count.\n4. Say.",
            null,
            new Modify(3, "3. Add up."),
            new Add(3, "4. Check."),
            new Delete(1));

    // Then
    assertThat(edited.text()).isEqualTo("1. Note.\n2. Add up.\n3. Check.\n4. Say.");
    assertThat(edited.applied())
        .containsExactly(
            new SentenceEdit(Op.MODIFY, 3, null, "3. Count.", "2. Add up."),
            new SentenceEdit(Op.ADD, null, 3, null, "3. Check."),
            new SentenceEdit(Op.DELETE, 1, null, "1. Read.", null));
  }

  @Test
  void shouldSeeThatAnotherNumberAloneChangesNothing() {
    // When
    EditedPrompt edited =
        apply("1. Go.\n2. Go.\n3. Stop.", null, new Modify(3, "7. Stop."), new Move(1, 2));

    // Then
    assertThat(edited.applied()).isEmpty();
    assertThat(edited.refused())
        .extracting(RefusedEdit::toString)
        .containsExactly("modify 3: it changes nothing", "move 1 after 2: it changes nothing");
  }

  @Test
  void shouldRenumberProtectedItemsButEditNoneOfThem() {
    // When
    EditedPrompt edited =
        SentenceEditor.apply(
            new Prompt("1. Read.\n2. Count.\n3. Say.", List.of()),
            new EditScript.Edits(List.of(new Delete(1), new Delete(2)), List.of()),
            new EditLimits(null, Set.of(2)));

    // Then
    assertThat(edited.text()).isEqualTo("1. Count.\n2. Say.");
    assertThat(edited.refused())
        .extracting(RefusedEdit::reason)
        .containsExactly("sentence 2 is protected");
  }

  @Test
  void shouldReadNoEndlessScript() {
    // Given
    EditCommand[] commands =
        Stream.generate(() -> new Add(3, "New.")).limit(150).toArray(EditCommand[]::new);

    // When
    EditedPrompt edited = apply(THREE, null, commands);

    // Then
    assertThat(edited.applied()).hasSize(EditLimits.MAX_EDITS);
    assertThat(edited.refused()).hasSize(50);
  }

  private static EditedPrompt apply(String text, @Nullable Integer most, EditCommand... commands) {
    return SentenceEditor.apply(
        new Prompt(text, List.of()),
        new EditScript.Edits(List.of(commands), List.of()),
        new EditLimits(most, Set.of()));
  }
}
