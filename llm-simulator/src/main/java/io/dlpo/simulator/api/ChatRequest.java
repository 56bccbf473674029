package io.dlpo.simulator.api;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/**
 * A request for a chat completion.
 *
 * @param model name of the model
 * @param system all system messages, concatenated
 * @param user the last user message
 * @param maxTokens maximum length of the reply; null if unlimited
 * @param variation distinguishes samples; empty at temperature 0
 */
record ChatRequest(
    String model, String system, String user, @Nullable Integer maxTokens, String variation) {

  /**
   * Reads a request.
   *
   * @throws RequestException if the request is invalid
   */
  static ChatRequest read(JsonNode body) {
    if (!body.path("messages").isArray() || body.path("messages").isEmpty()) {
      throw RequestException.missing("messages");
    }
    if (body.path("model").asText().isEmpty()) {
      throw RequestException.missing("model");
    }
    if (body.path("stream").asBoolean(false)) {
      throw RequestException.invalid("stream", true, "false: this endpoint does not stream");
    }
    if (body.path("n").asInt(1) != 1) {
      throw RequestException.invalid("n", body.path("n"), "1");
    }
    StringBuilder system = new StringBuilder();
    String user = "";
    for (JsonNode message : body.path("messages")) {
      String text = text(message.path("content"));
      switch (message.path("role").asText()) {
        case "system", "developer" -> system.append(text);
        case "user" -> user = text;
        default -> {
          // Earlier turns do not matter to the simulated models.
        }
      }
    }
    return new ChatRequest(
        body.path("model").asText(), system.toString(), user, limit(body), variation(body));
  }

  private static @Nullable Integer limit(JsonNode body) {
    String name = body.hasNonNull("max_tokens") ? "max_tokens" : "max_completion_tokens";
    JsonNode limit = body.path(name);
    if (limit.isMissingNode() || limit.isNull()) {
      return null;
    }
    if (!limit.isInt() || limit.intValue() < 1) {
      throw RequestException.invalid(name, limit, "a whole number from 1");
    }
    return limit.intValue();
  }

  /** The content is a text or a list of parts. */
  private static String text(JsonNode content) {
    if (!content.isArray()) {
      return content.asText();
    }
    StringBuilder text = new StringBuilder();
    content.forEach(part -> text.append(part.path("text").asText()));
    return text.toString();
  }

  private static String variation(JsonNode body) {
    double temperature = temperature(body.path("temperature"));
    return temperature == 0 ? "" : "seed " + body.path("seed").asText("none");
  }

  private static double temperature(JsonNode temperature) {
    if (temperature.isMissingNode() || temperature.isNull()) {
      return 1;
    }
    if (!temperature.isNumber() || temperature.asDouble() < 0 || temperature.asDouble() > 2) {
      throw RequestException.invalid("temperature", temperature, "a number from 0 to 2");
    }
    return temperature.asDouble();
  }
}
