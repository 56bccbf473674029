package io.dlpo.simulator.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** The JSON of OpenAI's API. */
final class OpenAiJson {

  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final int CHARACTERS_PER_TOKEN = 4;

  private OpenAiJson() {}

  static JsonNode read(byte[] body) {
    try {
      return MAPPER.readTree(body);
    } catch (JsonProcessingException e) {
      throw invalidJson(e.getOriginalMessage());
    } catch (IOException e) {
      // Bytes in an encoding that JSON does not allow.
      throw invalidJson(String.valueOf(e.getMessage()));
    }
  }

  private static RequestException invalidJson(String why) {
    return new RequestException(400, "invalid_json", null, "the body is not valid JSON: " + why);
  }

  /** A completion; text over the token limit is cut off. */
  static ObjectNode completion(ChatRequest request, String id, String text) {
    int limit = request.maxTokens() == null ? Integer.MAX_VALUE : request.maxTokens();
    boolean cut = tokens(text) > limit;
    String content = cut ? text.substring(0, limit * CHARACTERS_PER_TOKEN) : text;
    ObjectNode body = MAPPER.createObjectNode();
    body.put("id", id).put("object", "chat.completion").put("created", 1_700_000_000);
    body.put("model", request.model()).put("system_fingerprint", "simulated");
    ObjectNode choice = body.putArray("choices").addObject();
    choice.put("index", 0).put("finish_reason", cut ? "length" : "stop").putNull("logprobs");
    choice.putObject("message").put("role", "assistant").put("content", content).putNull("refusal");
    int input = tokens(request.system()) + tokens(request.user());
    int output = tokens(content);
    body.putObject("usage")
        .put("prompt_tokens", input)
        .put("completion_tokens", output)
        .put("total_tokens", input + output);
    return body;
  }

  static ObjectNode models(Iterable<String> names) {
    ObjectNode body = MAPPER.createObjectNode();
    body.put("object", "list");
    names.forEach(name -> body.withArray("data").add(model(name)));
    return body;
  }

  static ObjectNode model(String name) {
    return MAPPER
        .createObjectNode()
        .put("id", name)
        .put("object", "model")
        .put("created", 1_700_000_000)
        .put("owned_by", "simulator");
  }

  /** A JSON response. Any text is accepted, so that it can be malformed. */
  static Response ok(String json) {
    return Response.ok(json, MediaType.APPLICATION_JSON_TYPE).build();
  }

  /**
   * @param param the parameter that is wrong; null if none is
   */
  static Response.ResponseBuilder error(
      int status, String code, @Nullable String param, String message) {
    ObjectNode body = MAPPER.createObjectNode();
    body.putObject("error")
        .put("message", message)
        .put("type", type(status))
        .put("param", param)
        .put("code", code);
    return Response.status(status).type(MediaType.APPLICATION_JSON_TYPE).entity(body.toString());
  }

  private static String type(int status) {
    if (status == 429) {
      return "requests";
    }
    return status >= 500 ? "server_error" : "invalid_request_error";
  }

  /** An estimate, good enough for a simulation. */
  private static int tokens(String text) {
    return (text.length() + CHARACTERS_PER_TOKEN - 1) / CHARACTERS_PER_TOKEN;
  }
}
