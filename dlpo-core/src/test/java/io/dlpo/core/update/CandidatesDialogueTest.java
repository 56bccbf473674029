package io.dlpo.core.update;

import static io.dlpo.core.update.Updates.adding;
import static io.dlpo.core.update.Updates.candidates;
import static io.dlpo.core.update.Updates.deleting;
import static org.assertj.core.api.Assertions.assertThat;

import io.dlpo.contracts.evaluation.Engine;
import io.dlpo.core.prompt.Prompt;
import io.dlpo.core.technique.Technique;
import io.dlpo.core.technique.TextualRegularization;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Updates that propose several candidates. */
class CandidatesDialogueTest {

  private static final Prompt PROMPT = Prompt.parse("Be kind. Be brief.");
  private static final UpdateReply BOTH_REJECTED =
      Updates.update(candidates(deleting(2), deleting(1)));
  private static final UpdateReply ONE_REJECTED =
      Updates.update(candidates(deleting(2), adding(2, "Count.")));

  private final List<UpdateRequest> asked = new ArrayList<>();

  @Test
  void shouldAskOnceMoreIfEveryCandidateWasRejectedBefore() {
    // When
    List<UpdateReply> replies = hold(BOTH_REJECTED, BOTH_REJECTED, ONE_REJECTED);

    // Then
    assertThat(replies).containsExactly(BOTH_REJECTED, BOTH_REJECTED);
    assertThat(asked).hasSize(2);
    assertThat(asked.getLast().attempt()).isEqualTo(1);
    assertThat(asked.getLast().user())
        .isEqualTo(
            asked.getFirst().user()
                + """


                The prompt that your edits make was tried before: step 2 rejected it. These edits \
                were tried and rejected:
                <REJECTED step="1">
                delete 1
                </REJECTED>
                <REJECTED step="2">
                delete 2
                </REJECTED>
                Propose other edits, by which a new prompt comes about.""");
  }

  @Test
  void shouldNotAskAgainIfOneCandidateIsNew() {
    assertThat(hold(ONE_REJECTED, BOTH_REJECTED)).containsExactly(ONE_REJECTED);
    assertThat(hold(Updates.update(candidates(deleting(2), "{\"edits\":[]}")), BOTH_REJECTED))
        .as("the prompt at hand was not rejected")
        .hasSize(1);
  }

  @Test
  void shouldAskOnceMoreOnlyIfNoCandidateCanBeRead() {
    // Given
    String burn = "{\"edits\":[{\"op\":\"burn\"}]}";
    UpdateReply none = Updates.update(candidates(burn, burn));
    UpdateReply one = Updates.update(candidates(burn, adding(2, "Count.")));

    // When
    List<UpdateReply> replies = hold(none, one);

    // Then
    assertThat(replies).containsExactly(none, one);
    assertThat(asked.getLast().user())
        .contains("none of its edits can be read: burn: op is 'burn'; allowed are add, modify,");
    assertThat(hold(one, none)).containsExactly(one);
  }

  @Test
  void shouldShortenTheFirstCandidateOnly() {
    // Given
    UpdateDialogue dialogue = dialogue(TextualRegularization.DEFAULT);
    UpdateReply update =
        Updates.update(candidates(adding(2, "Count all."), adding(2, "Count all things.")));
    UpdateReply pass = Updates.pass(deleting(2));

    // When
    UpdateRequest asked = dialogue.next(List.of(update)).orElseThrow();
    UpdateOutcome outcome = dialogue.outcome(List.of(update, pass));

    // Then
    assertThat(asked.user())
        .startsWith("<SENTENCES>\n[1] Be kind.\n[2] Be brief.\n[3] Count all.\n</SENTENCES>\n");
    assertThat(asked.form()).isEqualTo(UpdateForm.DEFAULT);
    assertThat(outcome)
        .isInstanceOfSatisfying(
            UpdateOutcome.Edited.class,
            edited ->
                assertThat(edited.prompts())
                    .extracting(EditedPrompt::text)
                    .containsExactly(
                        "Be kind. Count all.", "Be kind. Be brief. Count all things."));
  }

  @Test
  void shouldKeepTheGradientOfAnUpdateThatIsShortened() {
    // Given
    UpdateDialogue dialogue = dialogue(Updates.JOINT, TextualRegularization.DEFAULT);
    UpdateReply update =
        Updates.update("{\"gradient\":\"Count.\"," + adding(2, "Count all.").substring(1));

    // Then
    for (String pass : List.of(deleting(2), "I would leave it.")) {
      assertThat(dialogue.outcome(List.of(update, Updates.pass(pass))))
          .isInstanceOfSatisfying(
              UpdateOutcome.Edited.class,
              edited -> assertThat(edited.gradient()).as(pass).hasValue("Count."));
    }
  }

  private List<UpdateReply> hold(UpdateReply... replies) {
    Deque<UpdateReply> script = new ArrayDeque<>(List.of(replies));
    asked.clear();
    return UpdateConversation.hold(
        dialogue(),
        request -> {
          asked.add(request);
          return script.removeFirst();
        });
  }

  private static UpdateDialogue dialogue(Technique... techniques) {
    return dialogue(Updates.THREE, techniques);
  }

  private static UpdateDialogue dialogue(UpdateForm form, Technique... techniques) {
    return new UpdateDialogue(
        Updates.plan(PROMPT, "be better", techniques),
        Engine.greedy("teacher"),
        "scope",
        "update:e",
        new RejectedPrompts(
            List.of(
                new RejectedPrompt(1, "Be brief.", null), new RejectedPrompt(2, "Be kind.", null))),
        true,
        form);
  }
}
