package io.dlpo.testing.model;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.Map;

/**
 * A reply of the scripted endpoint.
 *
 * @param status the HTTP status
 * @param body the body, JSON or not
 * @param headers the headers besides the content type
 * @param delay the delay before the reply
 * @param pace the delay between two bytes of the body; zero sends all bytes at once
 */
public record ScriptedReply(
    int status, String body, Map<String, String> headers, Duration delay, Duration pace) {

  /** The status that stands for closing the connection without a reply. */
  static final int NONE = 0;

  private static final ObjectMapper MAPPER = new ObjectMapper();

  public ScriptedReply {
    headers = Map.copyOf(headers);
  }

  /** A chat completion with the given text, finish reason {@code stop}, and 10 and 5 tokens. */
  public static ScriptedReply text(String text) {
    return completion(text, "stop", 10, 5);
  }

  /** A chat completion. */
  public static ScriptedReply completion(
      String text, String finishReason, int promptTokens, int completionTokens) {
    ObjectNode body = MAPPER.createObjectNode();
    body.put("id", "chatcmpl-scripted").put("object", "chat.completion").put("created", 1);
    body.put("model", "scripted");
    ObjectNode choice = body.putArray("choices").addObject();
    choice.put("index", 0).put("finish_reason", finishReason);
    choice.putObject("message").put("role", "assistant").put("content", text);
    body.putObject("usage")
        .put("prompt_tokens", promptTokens)
        .put("completion_tokens", completionTokens)
        .put("total_tokens", promptTokens + completionTokens);
    return raw(200, body.toString());
  }

  /** OpenAI's error JSON. */
  public static ScriptedReply error(int status, String code, String message) {
    ObjectNode body = MAPPER.createObjectNode();
    body.putObject("error")
        .put("message", message)
        .put("type", "scripted_error")
        .putNull("param")
        .put("code", code);
    return raw(status, body.toString());
  }

  /** Any body, even if it is malformed. */
  public static ScriptedReply raw(int status, String body) {
    return new ScriptedReply(status, body, Map.of(), Duration.ZERO, Duration.ZERO);
  }

  /** Returns the same reply after a delay. */
  public ScriptedReply after(Duration time) {
    return new ScriptedReply(status, body, headers, time, pace);
  }

  /** Returns the same reply with a header, such as {@code Retry-After}. */
  public ScriptedReply withHeader(String name, String value) {
    return new ScriptedReply(status, body, Map.of(name, value), delay, pace);
  }

  /** Closes the connection without a reply. */
  public static ScriptedReply hangUp() {
    return raw(NONE, "");
  }

  /** Returns the same reply, sent byte by byte with a delay between two bytes. */
  public ScriptedReply trickling(Duration time) {
    return new ScriptedReply(status, body, headers, delay, time);
  }
}
