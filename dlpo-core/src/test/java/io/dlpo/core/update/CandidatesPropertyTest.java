package io.dlpo.core.update;

import static org.assertj.core.api.Assertions.assertThat;

import io.dlpo.contracts.event.SentenceEdit.Op;
import io.dlpo.core.prompt.Prompt;
import io.dlpo.core.prompt.TemplateVariables;
import io.dlpo.core.technique.TextualLearningRate;
import io.dlpo.core.technique.UpdatePlan;
import java.util.List;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** However disobedient its candidates, none breaks a limit, and no other candidate matters. */
class CandidatesPropertyTest {

  private static final List<String> TEXTS =
      List.of(
          "Think first.",
          "count {{x}}.",
          "No end",
          "- item",
          "1. Step.",
          "| a | b. C |",
          "```",
          "```\\ncode. Here\\n```",
          "Keep it.",
          "And this. Too.",
          "Two. Sentences.",
          " ",
          "<frozen>Mine.</frozen>",
          "...");

  @Property(tries = 500)
  void shouldKeepFrozenTextAndTheLimitInEachPrompt(
      @ForAll("candidates") List<String> candidates, @ForAll @IntRange(min = 1, max = 4) int most) {
    // Given
    Prompt prompt =
        Prompt.parse("Start {{q}} now. <frozen>Keep it. And this.</frozen> Be kind.\nBe brief.");
    UpdatePlan plan = Updates.plan(prompt, "be better", new TextualLearningRate(most));

    // When
    UpdateOutcome outcome = outcome(plan, Updates.candidates(candidates.toArray(String[]::new)));

    // Then
    if (outcome instanceof UpdateOutcome.Edited edited) {
      assertThat(edited.prompts()).hasSizeBetween(1, 3).allSatisfy(one -> isAllowed(plan, one));
      assertThat(edited.prompts())
          .isEqualTo(candidates.stream().flatMap(one -> alone(plan, one).stream()).toList());
    } else {
      assertThat(outcome).isInstanceOf(UpdateOutcome.Unreadable.class);
      assertThat(candidates).allSatisfy(one -> assertThat(alone(plan, one)).isEmpty());
    }
  }

  private static void isAllowed(UpdatePlan plan, EditedPrompt edited) {
    assertThat(edited.text()).contains("Keep it. And this.");
    assertThat(TemplateVariables.lost(plan.prompt().text(), edited.text())).isEmpty();
    assertThat(edited.applied().stream().mapToInt(edit -> edit.op() == Op.MOVE ? 2 : 1).sum())
        .isLessThanOrEqualTo(plan.limit());
    if (edited.applied().isEmpty()) {
      assertThat(edited.text()).isEqualTo(plan.prompt().text());
    }
  }

  /** The prompt that a candidate makes on its own; none if it cannot be read. */
  private static List<EditedPrompt> alone(UpdatePlan plan, String candidate) {
    return outcome(plan, Updates.candidates(candidate)) instanceof UpdateOutcome.Edited edited
        ? edited.prompts()
        : List.of();
  }

  private static UpdateOutcome outcome(UpdatePlan plan, String reply) {
    return UpdateOutcome.of(plan, Updates.THREE, List.of(Updates.update(reply)), true);
  }

  @Provide
  Arbitrary<List<String>> candidates() {
    Arbitrary<Integer> number = Arbitraries.integers().between(0, 7);
    Arbitrary<String> texts = Arbitraries.of(TEXTS);
    return Arbitraries.oneOf(
            Combinators.combine(number, texts)
                .as("{\"op\":\"add\",\"after\":%d,\"text\":\"%s\"}"::formatted),
            Combinators.combine(number, texts)
                .as("{\"op\":\"modify\",\"sentence\":%d,\"text\":\"%s\"}"::formatted),
            number.map("{\"op\":\"delete\",\"sentence\":%d}"::formatted),
            Combinators.combine(number, number)
                .as("{\"op\":\"move\",\"sentence\":%d,\"after\":%d}"::formatted),
            Arbitraries.of("{\"op\":\"burn\"}", "7", "{}"))
        .list()
        .ofMaxSize(6)
        .map(edits -> edits.stream().collect(Collectors.joining(",", "{\"edits\":[", "]}")))
        .list()
        .ofMinSize(1)
        .ofMaxSize(3);
  }
}
