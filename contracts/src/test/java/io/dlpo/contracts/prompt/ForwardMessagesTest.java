package io.dlpo.contracts.prompt;

import static io.dlpo.contracts.prompt.MessageRole.ASSISTANT;
import static io.dlpo.contracts.prompt.MessageRole.SYSTEM;
import static io.dlpo.contracts.prompt.MessageRole.USER;
import static org.assertj.core.api.Assertions.assertThat;

import io.dlpo.contracts.evaluation.Example;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ForwardMessagesTest {

  private static final Example PLAIN = new Example("e1", "1 + 1", "2");
  private static final Example WHOLE = new Example("e1", "", "2", Map.of("q", "1 + {{q}}"));
  private static final Example BOTH = new Example("e1", "1 + 1", "2", Map.of("q", "sum"));
  private static final String CHAT =
      """
      <message role="system">
      Be brief.
      </message>
      <message role="user">
      2 + 2
      </message>
      <message role="assistant">
      4
      </message>""";

  @Test
  void shouldSendAPromptWithoutVariablesAsSystemMessageAndTheInputAsUserMessage() {
    assertThat(ForwardMessages.of("Add {{q}}.", "End.", PLAIN))
        .containsExactly(message(SYSTEM, "Add {{q}}.\n\nEnd."), message(USER, "1 + 1"));
    assertThat(ForwardMessages.of("Add.", "", PLAIN))
        .containsExactly(message(SYSTEM, "Add."), message(USER, "1 + 1"));
  }

  @Test
  void shouldSendAPromptThatHoldsTheQuestionAsUserMessage() {
    assertThat(ForwardMessages.of("What is {{ q }}?", "End.", WHOLE))
        .containsExactly(message(USER, "What is 1 + {{q}}?\n\nEnd."));
  }

  @Test
  void shouldFillAPromptBesideAnInput() {
    assertThat(ForwardMessages.of("Give the {{q}}.", "", BOTH))
        .containsExactly(message(SYSTEM, "Give the sum."), message(USER, "1 + 1"));
  }

  @Test
  void shouldSendMessagesAsTheyAreAndThenTheInput() {
    assertThat(ForwardMessages.of(CHAT, "End.", PLAIN))
        .containsExactly(
            message(SYSTEM, "Be brief.\n\nEnd."),
            message(USER, "2 + 2"),
            message(ASSISTANT, "4"),
            message(USER, "1 + 1"));
  }

  @Test
  void shouldSendNoInputAfterMessagesThatHoldTheQuestion() {
    // Given
    String chat = CHAT + "\n" + ChatPrompt.text(USER, "Now {{q}}");

    // When / Then
    assertThat(ForwardMessages.of(chat, "", WHOLE))
        .containsExactly(
            message(SYSTEM, "Be brief."),
            message(USER, "2 + 2"),
            message(ASSISTANT, "4"),
            message(USER, "Now 1 + {{q}}"));
  }

  @Test
  void shouldAddTheAnswerFormatToTheLastUserMessageIfThereIsNoSystemMessage() {
    // Given
    String chat =
        ChatPrompt.text(USER, "2 + 2")
            + "\n"
            + ChatPrompt.text(ASSISTANT, "4")
            + "\n"
            + ChatPrompt.text(USER, "{{q}}");

    // When / Then
    assertThat(ForwardMessages.of(chat, "End.", WHOLE))
        .containsExactly(
            message(USER, "2 + 2"), message(ASSISTANT, "4"), message(USER, "1 + {{q}}\n\nEnd."));
  }

  @Test
  void shouldNeverFillTheInput() {
    assertThat(ForwardMessages.of("{{q}}", "", new Example("e1", "{{q}}", "2", Map.of("q", "sum"))))
        .containsExactly(message(SYSTEM, "sum"), message(USER, "{{q}}"));
  }

  @Test
  void shouldShowAReaderInputAndFields() {
    assertThat(PLAIN.question()).isEqualTo("1 + 1");
    assertThat(WHOLE.question()).isEqualTo("q: 1 + {{q}}");
    assertThat(BOTH.question()).isEqualTo("1 + 1\nq: sum");
  }

  private static PromptMessage message(MessageRole role, String content) {
    return new PromptMessage(role, content);
  }
}
