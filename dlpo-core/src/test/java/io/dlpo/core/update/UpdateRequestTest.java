package io.dlpo.core.update;

import static org.assertj.core.api.Assertions.assertThat;

import io.dlpo.contracts.evaluation.CallFailure;
import io.dlpo.contracts.evaluation.CallPurpose;
import io.dlpo.contracts.evaluation.Engine;
import io.dlpo.contracts.evaluation.FailureKind;
import io.dlpo.contracts.evaluation.ModelCall;
import io.dlpo.core.prompt.Prompt;
import io.dlpo.core.technique.StepView;
import io.dlpo.core.technique.Technique;
import io.dlpo.core.technique.TextualLearningRate;
import io.dlpo.core.technique.UpdatePlan;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.Test;

class UpdateRequestTest {

  private static final Engine ENGINE = Engine.greedy("teacher");
  private static final Prompt PROMPT = Prompt.parse("One. <frozen>Two.</frozen> Three.");
  private static final UpdateReply GOOD = answered("{\"edits\":[]}");
  private static final UpdateReply BAD = answered("no idea");
  private static final UpdateReply FAILED =
      new UpdateReply.Failed(new CallFailure(FailureKind.TIMEOUT, "slow"));

  @Test
  void shouldShowSentencesGradientAndLimit() {
    // When
    UpdateRequest request = request(new TextualLearningRate(4));

    // Then
    assertThat(request.system()).startsWith("You edit a prompt sentence by sentence");
    assertThat(request.user())
        .startsWith(
            """
            <SENTENCES>
            [1] One.
            [2 frozen] Two.
            [3] Three.
            </SENTENCES>
            <GRADIENT>
            be better
            </GRADIENT>
            <LIMIT>4</LIMIT>
            """);
    assertThat(request.attempt()).isZero();
    assertThat(request.requester()).isEqualTo("update:e");
    assertThat(request.sampleScope()).isEqualTo("scope");
    assertThat(request.engine()).isEqualTo(ENGINE);
  }

  @Test
  void shouldShowNoLimitWhenThereIsNone() {
    assertThat(request().user()).doesNotContain("LIMIT").doesNotContain("at most");
  }

  @Test
  void shouldAskOnceMoreAndSayWhatWasWrong() {
    // Given
    List<UpdateRequest> asked = new ArrayList<>();

    // When
    List<UpdateReply> replies = hold(asked, BAD, GOOD);

    // Then
    assertThat(replies).containsExactly(BAD, GOOD);
    assertThat(asked).hasSize(2);
    assertThat(asked.get(1).attempt()).isEqualTo(1);
    assertThat(asked.get(1).requester()).isEqualTo("update:e:1");
    assertThat(asked.get(1).user())
        .startsWith(asked.get(0).user())
        .contains("could not be used: it has no JSON object with \"edits\".");
  }

  @Test
  void shouldNotAskAThirdTime() {
    assertThat(hold(new ArrayList<>(), BAD, BAD, GOOD)).containsExactly(BAD, BAD);
  }

  @Test
  void shouldNotAskAgainAfterAGoodReplyOrAFailure() {
    assertThat(hold(new ArrayList<>(), GOOD, BAD)).containsExactly(GOOD);
    assertThat(hold(new ArrayList<>(), FAILED, GOOD)).containsExactly(FAILED);
    assertThat(hold(new ArrayList<>(), BAD, FAILED, GOOD)).containsExactly(BAD, FAILED);
  }

  @Test
  void shouldTakeTheLastReply() {
    // Given
    UpdatePlan plan = plan(new TextualLearningRate(1));

    // When / Then
    assertThat(UpdateOutcome.of(plan, UpdateForm.DEFAULT, List.of(BAD, FAILED), true))
        .isEqualTo(new UpdateOutcome.Failed(new CallFailure(FailureKind.TIMEOUT, "slow")));
    assertThat(UpdateOutcome.of(plan, UpdateForm.DEFAULT, List.of(BAD, BAD), true))
        .isInstanceOf(UpdateOutcome.Unreadable.class);
    assertThat(
            UpdateOutcome.of(
                plan,
                UpdateForm.DEFAULT,
                List.of(
                    answered(
                        """
                        {"edits":[{"op":"delete","sentence":2},{"op":"delete","sentence":1},
                        {"op":"delete","sentence":3}]}""")),
                true))
        .isInstanceOfSatisfying(
            UpdateOutcome.Edited.class,
            edited -> {
              assertThat(edited.prompt().text()).isEqualTo("Two. Three.");
              assertThat(edited.prompt().refused()).hasSize(2);
            });
  }

  @Test
  void shouldKeepInTheRowWhatTheTechniquesLaidDown() {
    // When
    UpdatePlan plan = plan(new TextualLearningRate(3));

    // Then
    assertThat(plan.summary().techniques()).containsExactly("learningRate");
    assertThat(plan.summary().rateLimit()).isEqualTo(3);
    assertThat(plan.summary().protectedSentences()).containsExactly(2);
    assertThat(plan().summary().rateLimit()).isNull();
    assertThat(plan().summary().techniques()).isEmpty();
  }

  private static UpdatePlan plan(Technique... techniques) {
    return UpdatePlan.of(
        PROMPT, "be better", new StepView(1, 1, 10, 0, List.of(), List.of()), List.of(techniques));
  }

  private static UpdateRequest request(Technique... techniques) {
    return UpdateText.request(
        plan(techniques), UpdateForm.DEFAULT, RejectedPrompts.NONE, ENGINE, "scope", "update:e");
  }

  private static List<UpdateReply> hold(List<UpdateRequest> asked, UpdateReply... replies) {
    Deque<UpdateReply> script = new ArrayDeque<>(List.of(replies));
    return UpdateConversation.hold(
        new UpdateDialogue(plan(), ENGINE, "scope", "update:e"),
        request -> {
          asked.add(request);
          return script.removeFirst();
        });
  }

  private static UpdateReply answered(String text) {
    return new UpdateReply.Answered(CallPurpose.UPDATE, text, false, ModelCall.NONE);
  }
}
