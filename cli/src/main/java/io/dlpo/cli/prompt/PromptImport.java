package io.dlpo.cli.prompt;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.dlpo.contracts.prompt.MessageRole;
import io.dlpo.contracts.prompt.PromptVariables;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Converts the prompts of other tools. Refuses with an {@link IllegalArgumentException} what cannot
 * be kept, such as images, tool calls and templates that are programs. Pure.
 */
final class PromptImport {

  private static final Pattern PROGRAM =
      Pattern.compile("\\{%.*?%}|\\{#.*?#}|\\{\\{[^{}]*\\|[^{}]*}}", Pattern.DOTALL);

  /** Where messages or a text are: at OpenAI, Langfuse and MLflow. */
  private static final List<String> KEYS = List.of("messages", "prompt", "template");

  private static final List<String> KEPT = List.of("role", "content", "frozen");
  private static final List<String> TOOL_KEYS =
      List.of("tool_calls", "tool_call_id", "function_call");

  private PromptImport() {}

  /** A text or a list of messages. */
  static JsonNode prompt(JsonNode file) {
    if (file instanceof ObjectNode object) {
      JsonNode inner =
          KEYS.stream()
              .map(object::path)
              .filter(node -> node.isArray() || node.isTextual())
              .findFirst()
              .orElseThrow(() -> unknown("it"));
      return prompt(inner);
    }
    if (file.isTextual()) {
      return TextNode.valueOf(text("it", file.textValue()));
    }
    if (!file.isArray() || file.isEmpty()) {
      throw unknown("it");
    }
    ArrayNode messages = JsonNodeFactory.instance.arrayNode();
    for (JsonNode message : file) {
      messages.add(message("messages[" + messages.size() + "]", message));
    }
    return messages;
  }

  private static IllegalArgumentException unknown(String place) {
    return new IllegalArgumentException(
        place
            + " must be a list of messages with role and content, or an object with such a list or"
            + " a text in 'messages', 'prompt' (Langfuse) or 'template' (MLflow)");
  }

  private static ObjectNode message(String place, JsonNode message) {
    if (message.path("type").asText().equals("placeholder")) {
      throw new IllegalArgumentException(
          place
              + " is a placeholder for messages that only the application knows; write the messages"
              + " themselves, or leave it out");
    }
    MessageRole role = role(place, message);
    ObjectNode kept = JsonNodeFactory.instance.objectNode();
    kept.put("role", role.toString());
    kept.put("content", text(place, content(place, message.path("content"))));
    if (message.has("frozen")) {
      kept.set("frozen", message.get("frozen"));
    }
    message.properties().stream()
        .map(Map.Entry::getKey)
        .filter(key -> !KEPT.contains(key) && !key.equals("type"))
        .findFirst()
        .ifPresent(
            key -> {
              throw new IllegalArgumentException(
                  "%s has the key '%s', which cannot be sent; keep %s"
                      .formatted(place, key, String.join(", ", KEPT)));
            });
    return kept;
  }

  private static MessageRole role(String place, JsonNode message) {
    String role = message.path("role").asText();
    boolean isTool = role.equals("tool") || role.equals("function");
    if (isTool || TOOL_KEYS.stream().anyMatch(message::hasNonNull)) {
      throw new IllegalArgumentException(
          place + " is about a tool call; DLPO sends messages with texts only");
    }
    return MessageRole.named(role)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "%s has the role '%s'; it must be %s%s"
                        .formatted(
                            place,
                            role,
                            MessageRole.ALLOWED,
                            role.equals("developer") ? "; write system instead" : "")));
  }

  /** A list with one text part is the text. */
  private static String content(String place, JsonNode content) {
    JsonNode part = content.isArray() && content.size() == 1 ? content.path(0) : content;
    JsonNode text =
        part.isObject() && part.path("type").asText().equals("text") ? part.path("text") : part;
    return Optional.ofNullable(text.textValue())
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    place
                        + " has a content that is not one text; images, audio and several parts"
                        + " cannot be sent"));
  }

  /** A text with its variables written without blanks. */
  static String text(String place, String text) {
    Matcher program = PROGRAM.matcher(text);
    if (program.find()) {
      throw new IllegalArgumentException(
          "%s has %s; DLPO fills variables such as {{question}}, but does not run templates"
              .formatted(place, program.group()));
    }
    return PromptVariables.normalized(text);
  }
}
