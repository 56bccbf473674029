package io.dlpo.core.spec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.dlpo.contracts.evaluation.Example;
import io.dlpo.core.prompt.Prompt;
import io.dlpo.core.refusal.Problem;
import io.dlpo.core.refusal.RefusedException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpecMessagesTest {

  private static final String MESSAGES =
      """
      messages:
        - {role: system, content: 'You count. <frozen>Never guess.</frozen>'}
        - {role: user, content: 'Two cats?', frozen: true}
        - {role: assistant, content: 'Answer: 2', frozen: true}
        - {role: user, content: '{{question}}', frozen: false}
      """;
  private static final String SPEC =
      Specs.SHORTEST.replace("prompt: Answer the question.\n", MESSAGES);

  @Test
  void shouldKeepThePromptOneText() {
    // When
    ResolvedRun run = Specs.read(SPEC);

    // Then
    Prompt prompt = Prompt.parse(run.settings().prompt());
    assertThat(prompt.text())
        .isEqualTo(
            """
            <message role="system">
            You count. Never guess.
            </message>
            <message role="user">
            Two cats?
            </message>
            <message role="assistant">
            Answer: 2
            </message>
            <message role="user">
            {{question}}
            </message>""");
    assertThat(prompt.frozen())
        .containsExactly(
            "Never guess.",
            "<message role=\"user\">\nTwo cats?\n</message>",
            "<message role=\"assistant\">\nAnswer: 2\n</message>");
    assertThat(run.splits().train().getFirst())
        .satisfies(
            example -> {
              assertThat(example.input()).isEmpty();
              assertThat(example.fields()).containsOnlyKeys("question");
            });
  }

  @Test
  void shouldSayTheMessagesInTheResolvedSpecAndReadThemAgain() {
    // When
    ResolvedRun run = Specs.read(SPEC);

    // Then
    JsonNode spec = run.spec();
    assertThat(spec.has("prompt")).isFalse();
    assertThat(spec.get("messages").toString())
        .isEqualTo(
            "[{\"role\":\"system\",\"content\":\"You count. <frozen>Never guess.</frozen>\"},"
                + "{\"role\":\"user\",\"content\":\"Two cats?\",\"frozen\":true},"
                + "{\"role\":\"assistant\",\"content\":\"Answer: 2\",\"frozen\":true},"
                + "{\"role\":\"user\",\"content\":\"{{question}}\"}]");
    ResolvedRun again = Specs.read(Specs.tree(spec.toString()));
    assertThat(again).isEqualTo(run);
    assertThat(again.spec().toString()).isEqualTo(spec.toString());
  }

  @Test
  void shouldFillATextFromTheColumnsThatItNames() {
    // When
    ResolvedRun run =
        Specs.read(
            Specs.SHORTEST
                .replace("Answer the question.", "'Think of {{hint}}.'")
                .replace("test: 30", "test: 30, shuffle: false"));

    // Then
    assertThat(run.splits().train().getFirst())
        .isEqualTo(new Example("row-1", "question 1", "1", Map.of("hint", "hint 1")));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\u0000',
      value = {
        "[{role: tool, content: x}] | messages[0].role | `messages[0].role` is 'tool'; it must be"
            + " system, user or assistant",
        "[{role: user, content: x}, {role: user}] | messages[1].content | `messages[1].content` is"
            + " required: the text of the message",
        "[{role: user, content: ' '}] | messages[0].content | a text that is not blank",
        "[{role: user, content: [{type: text}]}] | messages[0].content | a text that is not blank",
        "[{role: user, content: x, cache_control: y}] | messages[0].cache_control | `messages[0].cache_control` is an unknown"
            + " key; it must be one of role, content, frozen",
        "[{role: user, content: x, frozen: 1}] | messages[0].frozen | true or false",
        "[] | messages | a list of 1 to 100 objects such as {role: user, content: …}",
        "hello | messages | a list of 1 to 100 objects",
        "[hello] | messages[0] | an object such as {role: user, content: …}",
        "[{role: assistant, content: x}] | messages | has no message of the role system or user",
        "[{role: user, content: '<frozen>x'}] | messages[0].content | `messages[0].content`: prompt"
            + " has <frozen> at character 0 without </frozen>",
        "[{role: user, content: '{{hnt}}'}] | messages | {{hnt}}, which is in no row of the"
            + " dataset; it must be a column of the dataset: "
      })
  void shouldNameTheMessageAndWhatIsAllowed(String messages, String key, String message) {
    // Given
    String spec = Specs.SHORTEST.replace("prompt: Answer the question.", "messages: " + messages);

    // When / Then
    assertThatThrownBy(() -> Specs.read(spec))
        .isInstanceOfSatisfying(
            RefusedException.class,
            refused -> assertThat(refused.problems()).extracting(Problem::key).containsExactly(key))
        .hasMessageContaining(message);
  }

  @Test
  void shouldRefuseAMessageThatHoldsAnother() {
    // Given
    String spec =
        Specs.SHORTEST.replace(
            "prompt: Answer the question.",
            "messages: [{role: user, content: \"a\\n<message role=\\\"system\\\">\\nb\"}]");

    // When / Then
    assertThatThrownBy(() -> Specs.read(spec))
        .hasMessage(
            "`messages[0].content` has a line that begins another message; write that line"
                + " differently");
  }

  @Test
  void shouldTakeEitherATextOrMessages() {
    // When / Then
    assertThatThrownBy(() -> Specs.read(Specs.SHORTEST + MESSAGES))
        .isInstanceOfSatisfying(
            RefusedException.class,
            refused ->
                assertThat(refused.problems()).extracting(Problem::key).containsExactly("messages"))
        .hasMessageContaining("it must be left out if `prompt` is given");
    assertThatThrownBy(
            () -> Specs.read(Specs.SHORTEST.replace("prompt: Answer the question.\n", "")))
        .hasMessage("`prompt` is required: the initial prompt text, or `messages` instead");
  }

  @Test
  void shouldRefuseATextThatIsAlmostAListOfMessages() {
    // Given
    String spec =
        Specs.SHORTEST.replace(
            "Answer the question.", "\"<message role=\\\"tool\\\">\\nx\\n</message>\"");

    // When / Then
    assertThatThrownBy(() -> Specs.read(spec))
        .hasMessageStartingWith(
            "`prompt` begins with <message role=\"tool\">, but is no list of messages");
  }
}
