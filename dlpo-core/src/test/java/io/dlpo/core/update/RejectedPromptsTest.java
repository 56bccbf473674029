package io.dlpo.core.update;

import static org.assertj.core.api.Assertions.assertThat;

import io.dlpo.core.prompt.Prompt;
import io.dlpo.core.step.AggregateScore;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RejectedPromptsTest {

  private static final Prompt PROMPT = new Prompt("Be kind. Be brief.", List.of());

  @Test
  void shouldDescribeTheEditsFromThePromptAtHand() {
    // Given
    RejectedPrompt repeated =
        new RejectedPrompt(3, "Be kind to all. Think.", new AggregateScore(12, 20));
    RejectedPrompts rejected =
        new RejectedPrompts(List.of(new RejectedPrompt(2, "Be brief.", null), repeated));

    // When
    String text = rejected.described(PROMPT, repeated);

    // Then
    assertThat(text)
        .isEqualTo(
            """
            The prompt that your edits make was tried before: step 3 rejected it with 12 of 20 \
            right. These edits were tried and rejected:
            <REJECTED step="2">
            delete 1
            </REJECTED>
            <REJECTED step="3" right="12 of 20">
            modify 1: Be kind to all.
            modify 2: Think.
            </REJECTED>
            Propose other edits, by which a new prompt comes about.""");
  }

  @Test
  void shouldShowTheRepeatedOneAndTheLatestFour() {
    // Given
    List<RejectedPrompt> all =
        IntStream.rangeClosed(1, 9)
            .mapToObj(step -> new RejectedPrompt(step, "Step " + step + ".", null))
            .toList();

    // When
    String text = new RejectedPrompts(all).described(PROMPT, all.getFirst());

    // Then
    assertThat(text.lines().filter(line -> line.startsWith("<REJECTED")))
        .containsExactly(
            "<REJECTED step=\"1\">",
            "<REJECTED step=\"6\">",
            "<REJECTED step=\"7\">",
            "<REJECTED step=\"8\">",
            "<REJECTED step=\"9\">");
  }

  @Test
  void shouldFindACandidateByItsWholeText() {
    // Given
    RejectedPrompt known = new RejectedPrompt(1, "Be brief.", null);

    // Then
    assertThat(new RejectedPrompts(List.of(known)).find("Be brief.")).hasValue(known);
    assertThat(new RejectedPrompts(List.of(known)).find("Be brief")).isEmpty();
    assertThat(RejectedPrompts.NONE.find("Be brief.")).isEmpty();
  }

  @Test
  void shouldDescribeTheLatestInTheOrderOfTheirSteps() {
    // Given
    RejectedPrompts rejected =
        new RejectedPrompts(
            List.of(
                new RejectedPrompt(1, "Be kind.", null),
                new RejectedPrompt(2, "Be brief.", new AggregateScore(3, 8)),
                new RejectedPrompt(5, "Be kind. Be brief. Think.", null)));

    // Then
    assertThat(rejected.latest(PROMPT, 2))
        .isEqualTo(
            """

            These edits were tried and rejected:
            <REJECTED step="2" right="3 of 8">
            delete 1
            </REJECTED>
            <REJECTED step="5">
            add after 2: Think.
            </REJECTED>""");
    assertThat(rejected.latest(PROMPT, 20)).contains("step=\"1\"", "step=\"2\"", "step=\"5\"");
  }

  @Test
  void shouldDescribeNothingIfNoneOrNoneIsToBeShown() {
    // Given
    RejectedPrompts rejected =
        new RejectedPrompts(List.of(new RejectedPrompt(1, "Be kind.", null)));

    // Then
    assertThat(RejectedPrompts.NONE.latest(PROMPT, 20)).isEmpty();
    assertThat(rejected.latest(PROMPT, 0)).isEmpty();
  }
}
