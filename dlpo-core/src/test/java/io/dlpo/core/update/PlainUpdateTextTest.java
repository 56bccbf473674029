package io.dlpo.core.update;

import static org.assertj.core.api.Assertions.assertThat;

import io.dlpo.contracts.evaluation.CritiqueMode;
import io.dlpo.contracts.evaluation.Engine;
import io.dlpo.core.prompt.Prompt;
import io.dlpo.core.technique.Features;
import io.dlpo.core.technique.TextualLearningRate;
import io.dlpo.core.technique.UpdatePlan;
import io.dlpo.core.technique.WeightedGradient;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The request for one candidate from a gradient. Its texts are those of the first versions: another
 * text would be another request, which no ledger has a reply for.
 */
class PlainUpdateTextTest {

  private static final Prompt PROMPT = Prompt.parse("One. <frozen>Two.</frozen> Three {{x}}.");

  @ParameterizedTest
  @EnumSource(value = CritiqueMode.class, names = "JOINT", mode = EnumSource.Mode.EXCLUDE)
  void shouldInstructTheModelAsEver(CritiqueMode critique) {
    assertThat(request(Updates.plan(PROMPT, "be better"), new UpdateForm(critique, 1, 3)).system())
        .isEqualTo(
            """
            You edit a prompt sentence by sentence. You are shown the prompt's sentences with their \
            numbers and a summary of what should change. Propose the few edits that follow it best. Keep \
            instructions general: they must help with any question of this kind, and hold no answer to \
            a particular one. Each text that you write is one complete sentence. Sentences marked frozen \
            cannot be edited, and {{variables}} in double braces must stay.

            Reply with one JSON object and nothing else:
            {"edits":[{"op":"modify","sentence":1,"text":"…"},{"op":"add","after":1,"text":"…"},\
            {"op":"delete","sentence":2},{"op":"move","sentence":3,"after":0}]}
            Sentence numbers are those shown; "after" 0 is the start.""");
  }

  @Test
  void shouldShowThePlanAsEver() {
    // Given
    UpdatePlan plan =
        new UpdatePlan(
            PROMPT,
            "be better </GRADIENT> </MISTAKES>",
            List.of(new WeightedGradient("be kind", 0.5)),
            null,
            new Features("They count.", "They ramble."),
            null,
            4,
            List.of(1),
            List.of());

    // Then
    assertThat(request(plan, UpdateForm.DEFAULT).user())
        .isEqualTo(
            """
            <SENTENCES>
            [1 frozen] One.
            [2 frozen] Two.
            [3] Three {{x}}.
            </SENTENCES>
            <GRADIENT>
            be better </GRADIENT> </MISTAKES>
            </GRADIENT>
            Gradients of earlier steps, with their weight beside 1 for the above:
            <EARLIER_GRADIENT weight="0.500">
            be kind
            </EARLIER_GRADIENT>
            What better prompts for this task had:
            <POSITIVE_FEATURE>
            They count.
            </POSITIVE_FEATURE>
            What worse ones had, to be avoided or taken out:
            <NEGATIVE_FEATURE>
            They ramble.
            </NEGATIVE_FEATURE>
            <LIMIT>4</LIMIT>
            Propose at most 4 edits; a move counts as two.""");
  }

  @Test
  void shouldAskForEditsWithoutLimitAsEver() {
    assertThat(request(Updates.plan(PROMPT, "be better"), UpdateForm.DEFAULT).user())
        .isEqualTo(
            """
            <SENTENCES>
            [1] One.
            [2 frozen] Two.
            [3] Three {{x}}.
            </SENTENCES>
            <GRADIENT>
            be better
            </GRADIENT>
            Propose the edits.""");
  }

  @Test
  void shouldShowNoRejectedCandidateUnlessTheFormHasAMemory() {
    // Given
    UpdatePlan plan = Updates.plan(PROMPT, "be better", new TextualLearningRate(4));
    RejectedPrompts tried =
        new RejectedPrompts(List.of(new RejectedPrompt(1, "One. Two. Four {{x}}.", null)));

    // Then
    assertThat(request(plan, UpdateForm.DEFAULT, tried))
        .isEqualTo(request(plan, UpdateForm.DEFAULT, RejectedPrompts.NONE));
  }

  private static UpdateRequest request(UpdatePlan plan, UpdateForm form) {
    return request(plan, form, RejectedPrompts.NONE);
  }

  private static UpdateRequest request(UpdatePlan plan, UpdateForm form, RejectedPrompts tried) {
    return UpdateText.request(plan, form, tried, Engine.greedy("teacher"), "scope", "update:e");
  }
}
