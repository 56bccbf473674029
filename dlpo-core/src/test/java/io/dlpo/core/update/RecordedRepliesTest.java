package io.dlpo.core.update;

import static org.assertj.core.api.Assertions.assertThat;

import io.dlpo.contracts.evaluation.CallFailure;
import io.dlpo.contracts.evaluation.CallPurpose;
import io.dlpo.contracts.evaluation.Engine;
import io.dlpo.contracts.evaluation.FailureKind;
import io.dlpo.contracts.evaluation.ModelCall;
import io.dlpo.contracts.event.RecordedReply;
import io.dlpo.core.prompt.Prompt;
import io.dlpo.core.technique.StepView;
import io.dlpo.core.technique.UpdatePlan;
import java.util.List;
import org.junit.jupiter.api.Test;

class RecordedRepliesTest {

  private static final UpdateReply NONSENSE = answer("I would rather not.");
  private static final UpdateReply EDITS =
      answer("{\"edits\":[{\"op\":\"add\",\"after\":1,\"text\":\"Count.\"}]}");
  private static final UpdateReply FAILED =
      new UpdateReply.Failed(new CallFailure(FailureKind.TIMEOUT, "slow"));

  @Test
  void shouldKeepEveryReplyWithADigestOfWhatWasAsked() {
    // When
    List<RecordedReply> kept =
        RecordedReplies.of(dialogue("Be clear."), List.of(NONSENSE, EDITS)).replies();

    // Then
    assertThat(kept).extracting(RecordedReply::kind).containsExactly("UPDATE", "UPDATE");
    assertThat(kept)
        .extracting(RecordedReply::request)
        .allMatch(digest -> digest.matches("[0-9a-f]{64}"))
        .doesNotHaveDuplicates();
    assertThat(kept.getFirst().text()).isEqualTo("I would rather not.");
  }

  @Test
  void shouldDigestAnotherGradientOtherwise() {
    String one =
        RecordedReplies.of(dialogue("Be clear."), List.of(EDITS)).replies().getFirst().request();
    String other =
        RecordedReplies.of(dialogue("Be brief."), List.of(EDITS)).replies().getFirst().request();

    assertThat(one).isNotEqualTo(other);
  }

  @Test
  void shouldRestoreRepliesAndFailuresAsTheyWere() {
    for (List<UpdateReply> replies :
        List.of(
            List.of(EDITS), List.of(NONSENSE, EDITS), List.of(NONSENSE, FAILED), List.of(FAILED))) {
      assertThat(RecordedReplies.of(dialogue("Be clear."), replies).restore()).contains(replies);
    }
  }

  @Test
  void shouldNotRestoreAReplyThatWasTooLongToKeep() {
    // Given
    UpdateReply longest = answer("x".repeat(RecordedReply.MAX_TEXT));
    UpdateReply longer = answer("x".repeat(RecordedReply.MAX_TEXT + 1));

    // When, Then
    assertThat(RecordedReplies.of(dialogue("Be clear."), List.of(longest, EDITS)).restore())
        .contains(List.of(longest, EDITS));
    assertThat(RecordedReplies.of(dialogue("Be clear."), List.of(longer, EDITS)).restore())
        .isEmpty();
  }

  @Test
  void shouldNotRestoreAReplyOfAnUnknownKind() {
    RecordedReply strange =
        new RecordedReply("POEM", "digest", "Roses are red.", false, null, ModelCall.NONE);

    assertThat(new RecordedReplies(List.of(strange)).restore()).isEmpty();
  }

  @Test
  void shouldTellWhatADialogueWouldHaveAskedOfRepliesThatAreNotItsOwn() {
    // Given one reply too few, and one too many
    UpdateDialogue dialogue = dialogue("Be clear.");

    // When
    List<RecordedReply> few = RecordedReplies.requested(dialogue, List.of(NONSENSE)).replies();
    List<RecordedReply> many = RecordedReplies.requested(dialogue, List.of(EDITS, EDITS)).replies();

    // Then
    assertThat(few).hasSize(2);
    assertThat(few.getLast().text()).isNull();
    assertThat(many).isEqualTo(RecordedReplies.of(dialogue, List.of(EDITS)).replies());
  }

  private static UpdateReply answer(String text) {
    return new UpdateReply.Answered(CallPurpose.UPDATE, text, false, ModelCall.NONE);
  }

  private static UpdateDialogue dialogue(String gradient) {
    StepView view = new StepView(1, 2, 5, 0, List.of(), List.of());
    UpdatePlan plan =
        UpdatePlan.of(new Prompt("Answer the question.", List.of()), gradient, view, List.of());
    return new UpdateDialogue(plan, Engine.greedy("teacher"), "scope", "update:e");
  }
}
