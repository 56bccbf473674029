package io.dlpo.core.update;

import static org.assertj.core.api.Assertions.assertThat;

import io.dlpo.contracts.evaluation.CallFailure;
import io.dlpo.contracts.evaluation.CallPurpose;
import io.dlpo.contracts.evaluation.Engine;
import io.dlpo.contracts.evaluation.FailureKind;
import io.dlpo.contracts.evaluation.ModelCall;
import io.dlpo.core.prompt.Prompt;
import io.dlpo.core.step.AggregateScore;
import io.dlpo.core.technique.Features;
import io.dlpo.core.technique.ScoredPrompt;
import io.dlpo.core.technique.StepView;
import io.dlpo.core.technique.TextualContrast;
import io.dlpo.core.technique.UpdatePlan;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UpdateDialogueTest {

  private static final UpdateReply FEATURES =
      contrast("Here: {\"positive\":\"They count.\",\"negative\":\"They ramble.\"}");
  private static final UpdateReply NO_FEATURES = contrast("Hard to say.");
  private static final UpdateReply EDITS =
      new UpdateReply.Answered(
          CallPurpose.UPDATE,
          "{\"edits\":[{\"op\":\"add\",\"after\":1,\"text\":\"Count.\"}]}",
          false,
          ModelCall.NONE);
  private static final UpdateReply FAILED =
      new UpdateReply.Failed(new CallFailure(FailureKind.TIMEOUT, "slow"));

  @Test
  void shouldCompareFirstAndShowWhatWasFound() {
    // Given
    List<UpdateRequest> asked = new ArrayList<>();

    // When
    List<UpdateReply> replies = hold(asked, FEATURES, EDITS);

    // Then
    assertThat(replies).containsExactly(FEATURES, EDITS);
    assertThat(asked)
        .extracting(UpdateRequest::kind)
        .containsExactly(CallPurpose.CONTRAST, CallPurpose.UPDATE);
    assertThat(asked.getFirst().user())
        .isEqualTo(
            """
            <BETTER_PROMPT right="9 of 10">
            Good one.
            </BETTER_PROMPT>
            <WORSE_PROMPT right="1 of 10">
            Bad one.
            </WORSE_PROMPT>
            Compare the better prompts with the worse prompts.""");
    assertThat(asked.getFirst().requester()).isEqualTo("update:e:contrast");
    assertThat(asked.getLast().user())
        .contains("<POSITIVE_FEATURE>\nThey count.\n</POSITIVE_FEATURE>")
        .contains("<NEGATIVE_FEATURE>\nThey ramble.\n</NEGATIVE_FEATURE>");
    assertThat(dialogue().outcome(replies))
        .isInstanceOfSatisfying(
            UpdateOutcome.Edited.class,
            edited -> assertThat(edited.prompt().text()).isEqualTo("One. Count. Two."));
  }

  @Test
  void shouldAskOnceMoreForTheComparisonAndThenDoWithout() {
    // Given
    List<UpdateRequest> asked = new ArrayList<>();

    // When
    hold(asked, NO_FEATURES, NO_FEATURES, EDITS);

    // Then
    assertThat(asked)
        .extracting(UpdateRequest::kind)
        .containsExactly(CallPurpose.CONTRAST, CallPurpose.CONTRAST, CallPurpose.UPDATE);
    assertThat(asked.get(1).user())
        .contains("could not be used: it has no JSON object with \"positive\" and \"negative\".");
    assertThat(asked.get(1).requester()).isEqualTo("update:e:contrast:1");
    assertThat(asked.getLast().user()).doesNotContain("FEATURE");
  }

  @Test
  void shouldTakeTheSecondComparison() {
    // Given
    List<UpdateRequest> asked = new ArrayList<>();

    // When
    hold(asked, NO_FEATURES, FEATURES, EDITS);

    // Then
    assertThat(asked.getLast().user()).contains("They count.");
  }

  @Test
  void shouldEndWithAFailedCallWhereverItComes() {
    assertThat(hold(new ArrayList<>(), FAILED)).containsExactly(FAILED);
    assertThat(hold(new ArrayList<>(), NO_FEATURES, FAILED)).containsExactly(NO_FEATURES, FAILED);
    assertThat(dialogue().outcome(List.of(FEATURES, FAILED)))
        .isInstanceOf(UpdateOutcome.Failed.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"positive\":\"a\"}",
        "{\"positive\":\" \",\"negative\":\"b\"}",
        "{\"positive\":[],\"negative\":\"b\"}",
        "{\"positive\":\"a\",\"negative\":",
        "}{",
        ""
      })
  void shouldNotTakeHalfAComparison(String reply) {
    assertThat(dialogue().next(List.of(contrast(reply))))
        .hasValueSatisfying(request -> assertThat(request.kind()).isEqualTo(CallPurpose.CONTRAST));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"positive\":\"a {draft}\",\"negative\":\"n\"} Better: {\"positive\":\"They {count}.\","
            + "\"negative\":\"They ramble.\"}",
        "The form is {\"positive\":\"…\",\"negative\":\"…\"}.\n```json\n{\"positive\":\"They {count}.\","
            + "\"negative\":\"They ramble.\"}\n```\nThe set {1, 2} has no features.",
        "{\"positive\":\"They {count}.\",\"negative\":\"They ramble.\"} and {\"positive\":\"\"}"
      })
  void shouldReadTheLastFeaturesOfAReply(String reply) {
    assertThat(
            ContrastText.read(
                    new UpdateReply.Answered(CallPurpose.CONTRAST, reply, false, ModelCall.NONE))
                .features())
        .hasValue(new Features("They {count}.", "They ramble."));
  }

  @Test
  void shouldNotTakeAFeatureWithoutEnd() {
    // Given
    String endless = "x".repeat(ContrastText.MAX_FEATURE + 1);

    // Then
    assertThat(
            ContrastText.read(
                    new UpdateReply.Answered(
                        CallPurpose.CONTRAST,
                        "{\"positive\":\"" + endless + "\",\"negative\":\"b\"}",
                        false,
                        ModelCall.NONE))
                .problem())
        .hasValue("a feature has more than 4000 characters");
  }

  private static List<UpdateReply> hold(List<UpdateRequest> asked, UpdateReply... replies) {
    Deque<UpdateReply> script = new ArrayDeque<>(List.of(replies));
    return UpdateConversation.hold(
        dialogue(),
        request -> {
          asked.add(request);
          return script.removeFirst();
        });
  }

  private static UpdateDialogue dialogue() {
    StepView view =
        new StepView(
            1,
            3,
            10,
            1,
            List.of(
                new ScoredPrompt("Bad one.", new AggregateScore(1, 10)),
                new ScoredPrompt("Good one.", new AggregateScore(9, 10))),
            List.of());
    UpdatePlan plan =
        UpdatePlan.of(
            Prompt.parse("One. Two."), "be better", view, List.of(TextualContrast.REFERENCE));
    return new UpdateDialogue(plan, Engine.greedy("teacher"), "scope", "update:e");
  }

  private static UpdateReply contrast(String text) {
    return new UpdateReply.Answered(CallPurpose.CONTRAST, text, false, ModelCall.NONE);
  }
}
