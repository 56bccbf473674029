package io.dlpo.contracts.prompt;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever the messages contain, the text keeps it. */
class ChatPromptPropertyTest {

  @Property(tries = 1_000)
  void shouldReadTheMessagesThatItWrote(@ForAll("chats") ChatPrompt chat) {
    assertThat(ChatPrompt.find(chat.text())).contains(chat);
    assertThat(ChatPrompt.problemWith(chat.text())).isEmpty();
    assertThat(String.join("", ChatPrompt.parts(chat.text()))).isEqualTo(chat.text());
  }

  @Property(tries = 1_000)
  void shouldCutNoTextApartThatItCannotJoin(@ForAll("lines") String text) {
    // When
    List<String> parts = ChatPrompt.parts(text);

    // Then
    assertThat(parts.isEmpty()).isEqualTo(ChatPrompt.find(text).isEmpty());
    assertThat(parts.isEmpty() ? text : String.join("", parts)).isEqualTo(text);
  }

  @Provide
  Arbitrary<ChatPrompt> chats() {
    return Combinators.combine(Arbitraries.of(MessageRole.class), contents())
        .as(PromptMessage::new)
        .list()
        .ofMinSize(1)
        .ofMaxSize(4)
        .map(ChatPrompt::new);
  }

  private static Arbitrary<String> contents() {
    Arbitrary<String> lines =
        Arbitraries.of("", " ", "a", "</message>", "<message>", "</message> ", "```", "{{q}}", "\r")
            .list()
            .ofMaxSize(5)
            .map(list -> String.join("\n", list));
    return Arbitraries.oneOf(lines, Arbitraries.strings())
        .filter(content -> !ChatPrompt.hasBegin(content));
  }

  @Provide
  Arbitrary<String> lines() {
    return Arbitraries.of(
            "<message role=\"system\">",
            "<message role=\"user\">",
            "<message role=\"tool\">",
            "</message>",
            "text",
            "",
            " ")
        .list()
        .ofMaxSize(8)
        .map(list -> list.stream().collect(Collectors.joining("\n")));
  }
}
