package io.dlpo.core.update;

import static org.assertj.core.api.Assertions.assertThat;

import io.dlpo.contracts.evaluation.CallPurpose;
import io.dlpo.contracts.evaluation.Engine;
import io.dlpo.contracts.evaluation.ModelCall;
import io.dlpo.contracts.event.SentenceEdit;
import io.dlpo.core.prompt.Prompt;
import io.dlpo.core.technique.StepView;
import io.dlpo.core.technique.Technique;
import io.dlpo.core.technique.TextualLearningRate;
import io.dlpo.core.technique.TextualRegularization;
import io.dlpo.core.technique.UpdatePlan;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RegularizerTest {

  private static final TextualRegularization BOTH = TextualRegularization.DEFAULT;
  private static final String ADD =
      """
      {"edits":[{"op":"add","after":3,"text":"Count all."}]}""";

  @Test
  void shouldAskForThePassAfterTheUpdateAndMarkWhatIsFrozen() {
    // When
    UpdateRequest asked = dialogue(BOTH).next(List.of(update(ADD))).orElseThrow();

    // Then
    assertThat(asked.kind()).isEqualTo(CallPurpose.REGULARIZATION);
    assertThat(asked.requester()).isEqualTo("update:e:regularization");
    assertThat(asked.user())
        .isEqualTo(
            """
            <SENTENCES>
            [1] You answer questions.
            [2 frozen] Never guess.
            [3] Be nice to cats.
            [4] Count all.
            </SENTENCES>
            Remove irrelevant sentences. Simplify complex sentences. \
            The prompt must not become longer.""");
  }

  @Test
  void shouldTellItsEditsTogetherWithThoseOfTheUpdate() {
    // When
    EditedPrompt edited = edited(dialogue(BOTH), delete(3));

    // Then
    assertThat(edited.text()).isEqualTo("You answer questions. Never guess. Count all.");
    assertThat(edited.applied())
        .containsExactly(
            new SentenceEdit(SentenceEdit.Op.MODIFY, 3, null, "Be nice to cats.", "Count all."));
  }

  @Test
  void shouldDiscardAResultThatIsLongerThanItsInput() {
    // When
    EditedPrompt edited =
        edited(
            dialogue(BOTH),
            """
            {"edits":[{"op":"modify","sentence":3,"text":"Be as nice as can be to all cats."}]}""");

    // Then
    assertThat(edited.text())
        .isEqualTo("You answer questions. Never guess. Be nice to cats. Count all.");
  }

  @Test
  void shouldNotTouchWhatIsFrozen() {
    assertThat(edited(dialogue(BOTH), delete(2)).text()).contains("Never guess.");
  }

  @Test
  void shouldLeaveOneEditOfTheRateToThePassAndKeepTheRateOverBoth() {
    // Given a rate of 2, of which the update may spend one
    UpdateDialogue dialogue = dialogue(new TextualLearningRate(2), BOTH);

    // When the pass deletes one sentence, and all it can
    EditedPrompt one = edited(dialogue, delete(1));
    EditedPrompt all =
        edited(
            dialogue,
            """
            {"edits":[{"op":"delete","sentence":1},{"op":"delete","sentence":3},\
            {"op":"delete","sentence":4}]}""");

    // Then
    assertThat(dialogue.next(List.of()).orElseThrow().user()).contains("<LIMIT>1</LIMIT>");
    assertThat(one.text()).isEqualTo("Never guess. Be nice to cats. Count all.");
    assertThat(one.applied()).hasSize(2);
    assertThat(all.applied()).hasSizeLessThanOrEqualTo(2);
  }

  @ParameterizedTest
  @ValueSource(strings = {"I would leave it.", "", "{\"edits\":[]}"})
  void shouldKeepTheUpdateIfThePassCannotBeReadOrChangesNothing(String reply) {
    assertThat(dialogue(BOTH).next(List.of(update(ADD), pass(reply)))).isEmpty();
    assertThat(edited(dialogue(BOTH), reply).text()).endsWith("Be nice to cats. Count all.");
  }

  @Test
  void shouldNotAskForAPassBeforeItsStepNorAfterAnUpdateThatChangedNothing() {
    // Given
    UpdateDialogue later = dialogue(new TextualRegularization(true, true, 4));

    // Then
    assertThat(later.next(List.of(update(ADD)))).isEmpty();
    assertThat(dialogue(BOTH).next(List.of(update("{\"edits\":[]}")))).isEmpty();
  }

  @Test
  void shouldKeepAProtectedItemThatTheUpdateHasRenumbered() {
    // Given an update that deletes the item before the frozen one
    Prompt prompt = Prompt.parse("1. Read.\n2. <frozen>Never guess.</frozen>\n3. Be nice.");
    UpdateDialogue dialogue = dialogue(prompt, new TextualLearningRate(3), BOTH);
    UpdateReply update = update(delete(1));

    // When the pass deletes both that are left
    UpdateRequest asked = dialogue.next(List.of(update)).orElseThrow();
    UpdateOutcome outcome =
        dialogue.outcome(
            List.of(
                update,
                pass(
                    "{\"edits\":[{\"op\":\"delete\",\"sentence\":1},"
                        + "{\"op\":\"delete\",\"sentence\":2}]}")));

    // Then
    assertThat(asked.user()).contains("[1 frozen] 1. Never guess.\n[2] 2. Be nice.");
    assertThat(outcome)
        .isInstanceOfSatisfying(
            UpdateOutcome.Edited.class,
            edited -> {
              assertThat(edited.prompt().text()).isEqualTo("1. Never guess.");
              assertThat(edited.prompt().applied())
                  .containsExactly(
                      new SentenceEdit(SentenceEdit.Op.DELETE, 1, null, "1. Read.", null),
                      new SentenceEdit(SentenceEdit.Op.DELETE, 3, null, "3. Be nice.", null));
            });
  }

  private static EditedPrompt edited(UpdateDialogue dialogue, String pass) {
    UpdateOutcome outcome = dialogue.outcome(List.of(update(ADD), pass(pass)));
    assertThat(outcome).isInstanceOf(UpdateOutcome.Edited.class);
    return ((UpdateOutcome.Edited) outcome).prompt();
  }

  private static UpdateDialogue dialogue(Technique... techniques) {
    return dialogue(
        Prompt.parse("You answer questions. <frozen>Never guess.</frozen> Be nice to cats."),
        techniques);
  }

  private static UpdateDialogue dialogue(Prompt prompt, Technique... techniques) {
    StepView view = new StepView(1, 3, 10, 0, List.of(), List.of());
    UpdatePlan plan = UpdatePlan.of(prompt, "be better", view, List.of(techniques));
    return new UpdateDialogue(plan, Engine.greedy("teacher"), "scope", "update:e");
  }

  private static String delete(int sentence) {
    return "{\"edits\":[{\"op\":\"delete\",\"sentence\":" + sentence + "}]}";
  }

  private static UpdateReply update(String text) {
    return new UpdateReply.Answered(CallPurpose.UPDATE, text, false, ModelCall.NONE);
  }

  private static UpdateReply pass(String text) {
    return new UpdateReply.Answered(CallPurpose.REGULARIZATION, text, false, ModelCall.NONE);
  }
}
