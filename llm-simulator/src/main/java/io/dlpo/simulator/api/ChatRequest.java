package io.dlpo.simulator.api;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/**
 * A chat completion that is asked for.
 *
 * @param model its name
 * @param system all system messages
 * @param user the last user message
 * @param maxTokens longest reply; null if there is no limit
 * @param variation tells samples apart; empty if the request is greedy
 */
record ChatRequest(
    String model, String system, String user, @Nullable Integer maxTokens, String variation) {

  /**
   * Reads a request.
   *
   * @throws RequestException if it is none
   */
  static ChatRequest read(JsonNode body) {
    if (!body.path("messages").isArray() || body.path("messages").isEmpty()) {
      throw new RequestException(400, "invalid_request_error", "messages is missing or empty");
    }
    if (body.path("stream").asBoolean(false)) {
      throw new RequestException(
          400,
          "unsupported_value",
          "stream is true; this endpoint does not stream, allowed is false");
    }
    if (body.path("model").asText().isEmpty()) {
      throw new RequestException(400, "invalid_request_error", "model is missing");
    }
    StringBuilder system = new StringBuilder();
    String user = "";
    for (JsonNode message : body.path("messages")) {
      String text = text(message.path("content"));
      switch (message.path("role").asText()) {
        case "system", "developer" -> system.append(text);
        case "user" -> user = text;
        default -> {
          // What was said before does not matter to the simulated models.
        }
      }
    }
    JsonNode limit =
        body.hasNonNull("max_tokens")
            ? body.path("max_tokens")
            : body.path("max_completion_tokens");
    return new ChatRequest(
        body.path("model").asText(), system.toString(), user, limit(limit), variation(body));
  }

  private static @Nullable Integer limit(JsonNode limit) {
    if (limit.isMissingNode() || limit.isNull()) {
      return null;
    }
    if (!limit.isInt() || limit.intValue() < 1) {
      throw new RequestException(
          400, "invalid_value", "max_tokens is " + limit + "; allowed is a number from 1");
    }
    return limit.intValue();
  }

  /** Content is a text or a list of parts. */
  private static String text(JsonNode content) {
    if (!content.isArray()) {
      return content.asText();
    }
    StringBuilder text = new StringBuilder();
    content.forEach(part -> text.append(part.path("text").asText()));
    return text.toString();
  }

  private static String variation(JsonNode body) {
    boolean greedy = body.hasNonNull("temperature") && body.path("temperature").asDouble() == 0;
    return greedy ? "" : "seed " + body.path("seed").asText("none");
  }
}
