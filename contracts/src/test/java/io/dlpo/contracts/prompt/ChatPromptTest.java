package io.dlpo.contracts.prompt;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChatPromptTest {

  private static final ChatPrompt TWO =
      new ChatPrompt(
          List.of(
              new PromptMessage(MessageRole.SYSTEM, "Count.\nAnswer."),
              new PromptMessage(MessageRole.USER, "{{question}}")));
  private static final String TEXT =
      """
      <message role="system">
      Count.
      Answer.
      </message>
      <message role="user">
      {{question}}
      </message>""";

  @Test
  void shouldWriteMessagesAsOneTextAndReadThemAgain() {
    assertThat(TWO.text()).isEqualTo(TEXT);
    assertThat(ChatPrompt.find(TEXT)).contains(TWO);
    assertThat(ChatPrompt.find("\n" + TEXT.replace("</message>\n", "</message>\n\n") + "\n"))
        .contains(TWO);
  }

  @Test
  void shouldCutATextIntoPartsThatAreTheText() {
    assertThat(ChatPrompt.parts(TEXT))
        .containsExactly(
            "<message role=\"system\">\n",
            "Count.\nAnswer.",
            "\n</message>\n",
            "<message role=\"user\">\n",
            "{{question}}",
            "\n</message>");
    assertThat(ChatPrompt.parts("Count.")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "Answer.",
        "Classify the message:\n<message>\n{{text}}\n</message>",
        "Say:\n<message role=\"system\">\nCount.\n</message>",
        " <message role=\"system\"> is a tag."
      })
  void shouldTakeAnyOtherTextForAPromptWithoutMessages(String text) {
    assertThat(ChatPrompt.find(text)).isEmpty();
    assertThat(ChatPrompt.problemWith(text)).isEmpty();
    assertThat(ChatPrompt.markers(text)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<message role=\"tool\">\nCount.\n</message>",
        "<message role=\"system\">\nCount.",
        "<message role=\"system\">\nCount. </message>",
        "<message role=\"system\">\nCount.\n</message>\nAnd more.",
        "<message role=\"system\">\nCount.\n</message>\nMore.\n<message role=\"user\">\nQ\n</message>\nx"
      })
  void shouldSayWhatIsWrongWithATextThatBeginsLikeMessages(String text) {
    assertThat(ChatPrompt.find(text)).isEmpty();
    assertThat(ChatPrompt.problemWith(text))
        .hasValueSatisfying(
            problem ->
                assertThat(problem)
                    .contains("is no list of messages", "system, user or assistant", "</message>"));
  }

  @Test
  void shouldLeaveTheEndOfAMessageToItsContentIfAnotherOneFollows() {
    // Given: a content about messages
    ChatPrompt chat =
        new ChatPrompt(
            List.of(
                new PromptMessage(MessageRole.USER, "<message>\nHi\n</message>\n</message>"),
                new PromptMessage(MessageRole.ASSISTANT, "</message>")));

    // When / Then
    assertThat(ChatPrompt.find(chat.text())).contains(chat);
    assertThat(ChatPrompt.markers(chat.text())).hasSize(7);
  }

  @Test
  void shouldTellAContentThatBeginsAnotherMessage() {
    assertThat(ChatPrompt.hasBegin("a\n<message role=\"user\">\nb")).isTrue();
    assertThat(ChatPrompt.hasBegin("a <message role=\"user\">\n<message>\n</message>")).isFalse();
  }
}
