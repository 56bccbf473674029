package io.dlpo.cli.prompt;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dlpo.contracts.id.PromptId;
import io.dlpo.contracts.prompt.ChatPrompt;
import io.dlpo.contracts.prompt.MessageRole;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PromptFormatTest {

  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final String CHAT =
      ChatPrompt.text(MessageRole.SYSTEM, "Be brief.\nAnswer.")
          + "\n"
          + ChatPrompt.text(MessageRole.USER, "{{question}}");
  private static final String MESSAGES =
      "[{\"role\":\"system\",\"content\":\"Be brief.\\nAnswer.\"},"
          + "{\"role\":\"user\",\"content\":\"{{question}}\"}]";

  @ParameterizedTest
  @ValueSource(strings = {"Answer.\n\n", "<message role=\"system\">", "system: Answer."})
  void shouldPrintATextAsItIs(String text) {
    assertThat(print("text", text)).isEqualTo(text);
  }

  @Test
  void shouldPrintMessagesForPeople() {
    assertThat(print("text", CHAT)).isEqualTo("system: Be brief.\nAnswer.\n\nuser: {{question}}");
  }

  @Test
  void shouldPrintTheMessagesOfARequest() throws JsonProcessingException {
    assertThat(tree("messages", CHAT).toString()).isEqualTo(MESSAGES);
    assertThat(tree("messages", "Answer.").toString())
        .isEqualTo("[{\"role\":\"system\",\"content\":\"Answer.\"}]");
    assertThat(tree("messages", "Answer {{q}}.").toString())
        .isEqualTo("[{\"role\":\"user\",\"content\":\"Answer {{q}}.\"}]");
  }

  @Test
  void shouldPrintThePromptWithItsRun() throws JsonProcessingException {
    assertThat(tree("json", CHAT).toString())
        .isEqualTo(
            "{\"name\":\"demo\",\"run\":\"run-1\",\"promptId\":\"%s\",\"type\":\"chat\",\"prompt\":%s,\"variables\":[\"question\"]}"
                .formatted(PromptId.of(CHAT), MESSAGES));
    assertThat(tree("json", "Answer.").toString())
        .isEqualTo(
            "{\"name\":\"demo\",\"run\":\"run-1\",\"promptId\":\"%s\",\"type\":\"text\",\"prompt\":\"Answer.\",\"variables\":[]}"
                .formatted(PromptId.of("Answer.")));
  }

  @Test
  void shouldPrintWhatOtherToolsTake() throws JsonProcessingException {
    assertThat(tree("langfuse", CHAT).toString())
        .isEqualTo("{\"name\":\"demo\",\"type\":\"chat\",\"prompt\":" + MESSAGES + "}");
    assertThat(tree("mlflow", CHAT).toString())
        .isEqualTo("{\"name\":\"demo\",\"template\":" + MESSAGES + "}");
  }

  @ParameterizedTest
  @CsvSource({"messages", "langfuse", "mlflow", "json"})
  void shouldPrintWhatAPromptFileCanHave(String format) throws JsonProcessingException {
    assertThat(PromptImport.prompt(tree(format, CHAT)).toString()).isEqualTo(MESSAGES);
  }

  @Test
  void shouldKnowNoOtherFormat() {
    assertThat(PromptFormat.named("yaml")).isEmpty();
    assertThat(PromptFormat.named("TEXT")).isEmpty();
  }

  private static JsonNode tree(String format, String text) throws JsonProcessingException {
    return MAPPER.readTree(print(format, text));
  }

  private static String print(String format, String text) {
    ObjectNode run =
        MAPPER.createObjectNode().put("runId", "run-1").put("name", "demo").put("bestPrompt", text);
    return PromptFormat.named(format).orElseThrow().print(run);
  }
}
