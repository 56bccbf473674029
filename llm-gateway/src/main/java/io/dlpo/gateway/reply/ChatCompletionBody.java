package io.dlpo.gateway.reply;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.langchain4j.exception.HttpException;
import io.dlpo.contracts.evaluation.FailureKind;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/**
 * The body of a chat completion as endpoints really write it, rewritten in the form that the client
 * reads: the content is one text, in which the thought stands between tags. Pure.
 */
final class ChatCompletionBody {

  private static final JsonMapper MAPPER = new JsonMapper();
  private static final List<String> THOUGHT_FIELDS = List.of("reasoning_content", "reasoning");
  private static final Pattern TITLE =
      Pattern.compile("<title[^>]*>\\s*([^<]{1,200}?)\\s*</title>", Pattern.CASE_INSENSITIVE);
  private static final String CUT_OFF = "length";
  private static final int MAX_WORDS = 500;

  private ChatCompletionBody() {}

  /**
   * Rewrites a body.
   *
   * @throws UnusableReplyException if it has no answer
   * @throws HttpException if it reports an error with a status
   */
  static byte[] rewritten(byte[] body) {
    ObjectNode completion = tree(body);
    if (completion.hasNonNull("error")) {
      throw error(completion);
    }
    try {
      rewrite(completion);
    } catch (UnusableReplyException e) {
      throw e.using(ReportedUsage.in(completion));
    }
    try {
      return MAPPER.writeValueAsBytes(completion);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a tree that was just read cannot be written", e);
    }
  }

  private static void rewrite(ObjectNode completion) {
    JsonNode choice = completion.path("choices").path(0);
    if (!choice.path("message").isObject()) {
      throw unreadable("sent a reply without choices[0].message");
    }
    ObjectNode message = (ObjectNode) choice.path("message");
    String finish = choice.path("finish_reason").asText();
    String content = content(message, finish);
    checkUsable(message, finish, content);
    message.put("content", content);
    ReportedUsage.normalize(completion);
  }

  private static ObjectNode tree(byte[] body) {
    try {
      if (MAPPER.readTree(body) instanceof ObjectNode tree) {
        return tree;
      }
    } catch (IOException e) {
      webPage(body)
          .ifPresent(
              page -> {
                throw new UnusableReplyException(FailureKind.UNREADABLE, page, false);
              });
    }
    throw unreadable("sent a reply that is not a JSON object");
  }

  private static Optional<String> webPage(byte[] body) {
    String text = new String(body, StandardCharsets.UTF_8);
    if (!text.stripLeading().startsWith("<")) {
      return Optional.empty();
    }
    Matcher title = TITLE.matcher(text);
    return Optional.of(
        "sent a web page"
            + (title.find() ? " with the title \"" + title.group(1) + "\"" : "")
            + " instead of a reply; check the address");
  }

  /** Some endpoints report an error with status 200, and the real status in its code. */
  private static RuntimeException error(JsonNode completion) {
    JsonNode error = completion.path("error");
    int status = error.path("code").asInt();
    if (status >= 400 && status <= 599) {
      return new HttpException(status, completion.toString());
    }
    String words = error.isTextual() ? error.textValue() : error.path("message").asText("");
    return new UnusableReplyException(
            FailureKind.SERVER_ERROR, "reported an error: " + cut(words), true)
        .using(ReportedUsage.in(completion));
  }

  private static void checkUsable(JsonNode message, String finish, String content) {
    String refusal = message.path("refusal").asText("");
    if (!refusal.isBlank()) {
      throw new UnusableReplyException(FailureKind.REFUSED, "refused: " + cut(refusal), false);
    }
    if (finish.equals("content_filter")) {
      throw new UnusableReplyException(
          FailureKind.UNREADABLE,
          "withheld its reply because of the endpoint's content filter",
          false);
    }
    if (finish.equals("error")) {
      throw unreadable("ended its reply with an error");
    }
    if (Thought.in(content).answer().isBlank() && !finish.equals(CUT_OFF)) {
      throw unreadable("sent an empty reply");
    }
  }

  /**
   * The content as one text, with the thought before the answer. Some endpoints hide the thought;
   * if such a reply is cut off before an answer, the content is a thought without text.
   */
  private static String content(JsonNode message, String finish) {
    JsonNode content = message.path("content");
    String answer = content.isArray() ? parts(content, "text") : content.asText("");
    String text = content.isNull() ? "" : answer;
    String thought =
        content.isArray() && !parts(content, "thinking").isBlank()
            ? parts(content, "thinking")
            : THOUGHT_FIELDS.stream()
                .map(field -> message.path(field))
                .filter(field -> field.isTextual() && !field.textValue().isBlank())
                .map(JsonNode::textValue)
                .findFirst()
                .orElse("");
    boolean hidden = finish.equals(CUT_OFF) && text.isBlank();
    return thought.isEmpty() && !hidden ? text : Thought.tagged(thought, text);
  }

  /** The texts of all parts of a type, such as text or thinking. */
  private static String parts(JsonNode content, String type) {
    return StreamSupport.stream(content.spliterator(), false)
        .filter(part -> part.path("type").asText().equals(type))
        .map(part -> part.path(type))
        .map(value -> value.isArray() ? parts(value, "text") : value.asText(""))
        .collect(Collectors.joining());
  }

  private static UnusableReplyException unreadable(String message) {
    return new UnusableReplyException(FailureKind.UNREADABLE, message, true);
  }

  private static String cut(String words) {
    return words.length() > MAX_WORDS ? words.substring(0, MAX_WORDS) + "…" : words;
  }
}
