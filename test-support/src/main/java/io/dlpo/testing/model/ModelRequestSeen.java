package io.dlpo.testing.model;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * A received chat completion request.
 *
 * @param body the JSON body as received
 * @param headers the headers, with names in lower case
 */
public record ModelRequestSeen(JsonNode body, Map<String, String> headers) {

  public ModelRequestSeen {
    headers = Map.copyOf(headers);
  }

  /** The requested model. */
  public String model() {
    return body.path("model").asText();
  }

  /** The text of the system message; empty if there is none. */
  public String system() {
    return message("system");
  }

  /** The text of the user message; empty if there is none. */
  public String user() {
    return message("user");
  }

  /** The value of a header; null if it was not sent. */
  public @Nullable String header(String name) {
    return headers.get(name);
  }

  private String message(String role) {
    return StreamSupport.stream(body.path("messages").spliterator(), false)
        .filter(message -> role.equals(message.path("role").asText()))
        .map(message -> text(message.path("content")))
        .findFirst()
        .orElse("");
  }

  /** Clients send the content of a message either as a string or as a list of parts. */
  private static String text(JsonNode content) {
    if (!content.isArray()) {
      return content.asText();
    }
    StringBuilder text = new StringBuilder();
    content.forEach(part -> text.append(part.path("text").asText()));
    return text.toString();
  }
}
