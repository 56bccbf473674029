package io.dlpo.core.update;

import static io.dlpo.core.update.Updates.adding;
import static io.dlpo.core.update.Updates.candidates;
import static io.dlpo.core.update.Updates.deleting;
import static org.assertj.core.api.Assertions.assertThat;

import io.dlpo.contracts.event.SentenceEdit;
import io.dlpo.core.prompt.Prompt;
import io.dlpo.core.technique.TextualLearningRate;
import io.dlpo.core.technique.UpdatePlan;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CandidatesOutcomeTest {

  private static final UpdatePlan PLAN =
      Updates.plan(
          Prompt.parse("Be kind. <frozen>Count.</frozen> Be brief."),
          "be better",
          new TextualLearningRate(2));
  private static final String BURN = "{\"edits\":[{\"op\":\"burn\"}]}";

  @Test
  void shouldApplyEachCandidateToThePromptInOrder() {
    // When
    UpdateOutcome outcome =
        outcome(Updates.THREE, candidates(adding(3, "Think."), deleting(1), "{\"edits\":[]}"));

    // Then
    assertThat(outcome)
        .isEqualTo(
            new UpdateOutcome.Edited(
                List.of(
                    new EditedPrompt(
                        "Be kind. Count. Be brief. Think.",
                        List.of(new SentenceEdit(SentenceEdit.Op.ADD, null, 3, null, "Think.")),
                        List.of()),
                    new EditedPrompt(
                        "Count. Be brief.",
                        List.of(
                            new SentenceEdit(SentenceEdit.Op.DELETE, 1, null, "Be kind.", null)),
                        List.of()),
                    new EditedPrompt("Be kind. Count. Be brief.", List.of(), List.of())),
                Optional.empty()));
  }

  @Test
  void shouldHoldEachCandidateToTheLimitsOfTheStep() {
    // Given
    String three =
        """
        {"edits":[{"op":"delete","sentence":1},{"op":"delete","sentence":2},\
        {"op":"add","after":3,"text":"Think."},{"op":"delete","sentence":3}]}""";

    // Then
    assertThat(edited(Updates.THREE, candidates(three, three)).prompts())
        .hasSize(2)
        .allSatisfy(
            prompt -> {
              assertThat(prompt.text()).isEqualTo("Count. Be brief. Think.");
              assertThat(prompt.refused())
                  .containsExactly(
                      new RefusedEdit("delete 2", "sentence 2 is protected"),
                      new RefusedEdit(
                          "delete 3", "it spends 1 of the 2 edits of a step, 2 are spent"));
            });
  }

  @Test
  void shouldLeaveOutCandidatesThatCannotBeRead() {
    assertThat(edited(Updates.THREE, candidates(BURN, deleting(1), BURN)).prompts())
        .extracting(EditedPrompt::text)
        .containsExactly("Count. Be brief.");
    assertThat(outcome(Updates.THREE, candidates(BURN, BURN)))
        .isEqualTo(
            new UpdateOutcome.Unreadable(
                "none of its edits can be read: burn: op is 'burn'; allowed are add, modify, delete"
                    + " and move"));
  }

  @Test
  void shouldTakeNoMoreCandidatesThanWereAskedFor() {
    // Given
    String reply = candidates(deleting(1), deleting(3), adding(3, "A."), adding(3, "B."));

    // Then
    assertThat(edited(Updates.THREE, reply).prompts())
        .extracting(EditedPrompt::text)
        .containsExactly("Count. Be brief.", "Be kind. Count.", "Be kind. Count. Be brief. A.");
    assertThat(edited(UpdateForm.DEFAULT, reply).prompts())
        .extracting(EditedPrompt::text)
        .containsExactly("Be kind. Count. Be brief. B.");
  }

  @Test
  void shouldTakeTheGradientOfAnUpdateThatWasGivenNone() {
    // Given
    String one = "{\"gradient\":\"Count.\"," + deleting(1).substring(1);
    String several = "{\"gradient\":\"Count.\"," + candidates(deleting(1)).substring(1);

    // Then
    assertThat(edited(Updates.JOINT, one).gradient()).hasValue("Count.");
    assertThat(edited(Updates.JOINT_THREE, several).gradient()).hasValue("Count.");
    assertThat(edited(Updates.JOINT, deleting(1)).gradient()).isEmpty();
    assertThat(edited(UpdateForm.DEFAULT, one).gradient()).isEmpty();
    assertThat(edited(Updates.THREE, several).gradient()).isEmpty();
  }

  private static UpdateOutcome.Edited edited(UpdateForm form, String reply) {
    UpdateOutcome outcome = outcome(form, reply);
    assertThat(outcome).isInstanceOf(UpdateOutcome.Edited.class);
    return (UpdateOutcome.Edited) outcome;
  }

  private static UpdateOutcome outcome(UpdateForm form, String reply) {
    return UpdateOutcome.of(PLAN, form, List.of(Updates.update(reply)), true);
  }
}
