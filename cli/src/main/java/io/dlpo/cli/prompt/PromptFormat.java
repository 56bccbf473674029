package io.dlpo.cli.prompt;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dlpo.contracts.id.PromptId;
import io.dlpo.contracts.prompt.ChatPrompt;
import io.dlpo.contracts.prompt.MessageRole;
import io.dlpo.contracts.prompt.PromptMessage;
import io.dlpo.contracts.prompt.PromptVariables;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** How a run's best prompt is printed. */
public enum PromptFormat {
  /** The text as it is; messages as {@code role: content}. */
  TEXT,
  /** The list of messages of a request to OpenAI, which promptfoo reads as well. */
  MESSAGES,
  /** The prompt with its run. */
  JSON,
  /** What Langfuse takes for a new version of a prompt. */
  LANGFUSE,
  /** What MLflow takes for a new version of a prompt. */
  MLFLOW;

  private static final ObjectMapper MAPPER = new ObjectMapper();

  /** The formats in words. */
  public static final String ALLOWED = "text, messages, json, langfuse or mlflow";

  /** The format with this name in lower case; empty if there is none. */
  public static Optional<PromptFormat> named(String name) {
    return Arrays.stream(values())
        .filter(format -> format.name().toLowerCase(Locale.ROOT).equals(name))
        .findFirst();
  }

  /**
   * Prints the best prompt of a run.
   *
   * @param run as the optimizer returns it
   */
  public String print(JsonNode run) {
    String text = run.path("bestPrompt").asText();
    Optional<List<PromptMessage>> messages = ChatPrompt.find(text).map(ChatPrompt::messages);
    ObjectNode object = MAPPER.createObjectNode();
    return switch (this) {
      case TEXT -> messages.map(PromptFormat::readable).orElse(text);
      case MESSAGES -> json(list(messages.orElseGet(() -> single(text))));
      case JSON -> {
        object.put("name", run.path("name").asText()).put("run", run.path("runId").asText());
        object.put("promptId", PromptId.of(text).value());
        put(object, "prompt", text, messages);
        object.set("variables", MAPPER.valueToTree(PromptVariables.names(text)));
        yield json(object);
      }
      case LANGFUSE -> {
        object.put("name", run.path("name").asText());
        put(object, "prompt", text, messages);
        yield json(object);
      }
      case MLFLOW -> {
        object.put("name", run.path("name").asText());
        object.set("template", content(text, messages));
        yield json(object);
      }
    };
  }

  private static void put(
      ObjectNode object, String key, String text, Optional<List<PromptMessage>> messages) {
    object.put("type", messages.isPresent() ? "chat" : "text");
    object.set(key, content(text, messages));
  }

  private static JsonNode content(String text, Optional<List<PromptMessage>> messages) {
    return messages.map(PromptFormat::list).orElseGet(() -> MAPPER.getNodeFactory().textNode(text));
  }

  /** A text with variables asks, one without instructs. */
  private static List<PromptMessage> single(String text) {
    boolean asks = !PromptVariables.names(text).isEmpty();
    return List.of(new PromptMessage(asks ? MessageRole.USER : MessageRole.SYSTEM, text));
  }

  private static JsonNode list(List<PromptMessage> messages) {
    return MAPPER.valueToTree(messages);
  }

  private static String readable(List<PromptMessage> messages) {
    return messages.stream()
        .map(message -> message.role() + ": " + message.content())
        .collect(Collectors.joining("\n\n"));
  }

  private static String json(JsonNode node) {
    try {
      return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(node);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("cannot write a prompt", e);
    }
  }
}
