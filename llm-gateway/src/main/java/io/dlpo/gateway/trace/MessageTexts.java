package io.dlpo.gateway.trace;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dlpo.contracts.prompt.PromptMessage;
import java.util.List;
import java.util.Locale;

/** The texts of a call as JSON, in the form of OpenTelemetry's conventions for GenAI. */
final class MessageTexts {

  private static final JsonMapper MAPPER = new JsonMapper();

  private MessageTexts() {}

  /** The messages of a request. */
  static String input(List<PromptMessage> messages) {
    ArrayNode all = MAPPER.createArrayNode();
    messages.forEach(
        message -> message(all, message.role().name().toLowerCase(Locale.ROOT), message.content()));
    return all.toString();
  }

  /** The message of a reply, with the model's thought. */
  static String output(String reply, String finishReason) {
    ArrayNode all = MAPPER.createArrayNode();
    message(all, "assistant", reply).put("finish_reason", finishReason);
    return all.toString();
  }

  private static ObjectNode message(ArrayNode all, String role, String text) {
    ObjectNode message = all.addObject().put("role", role);
    message.putArray("parts").addObject().put("type", "text").put("content", text);
    return message;
  }
}
