package io.dlpo.gateway.reply;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.langchain4j.exception.HttpException;
import io.dlpo.contracts.evaluation.FailureKind;
import io.dlpo.contracts.evaluation.Tokens;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ChatCompletionBodyTest {

  private static final JsonMapper JSON = new JsonMapper();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\u0000',
      value = {
        "{\"content\": \"Answer: 3\"}",
        "{\"content\": \"<think>\\nAnswer: 9\\n</think>\\n\\nAnswer: 3\"}",
        "{\"content\": \"Answer: 9\\n</think>Answer: 3\"}",
        "{\"content\": \"Answer: 3\", \"reasoning_content\": \"Answer: 9\"}",
        "{\"content\": \"Answer: 3\", \"reasoning\": \"Answer: 9\"}",
        "{\"content\": \"Answer: 3\", \"reasoning_content\": null, \"reasoning\": \"\"}",
        "{\"content\": [{\"type\": \"text\", \"text\": \"Answer: \"}, {\"type\": \"text\", \"text\": \"3\"}]}",
        "{\"content\": [{\"type\": \"thinking\", \"thinking\": [{\"type\": \"text\", \"text\": \"Answer: 9\"}]},"
            + " {\"type\": \"text\", \"text\": \"Answer: 3\"}]}",
        "{\"content\": \"Answer: 3\", \"refusal\": null}"
      })
  void shouldFindTheAnswerInAnyForm(String message) throws IOException {
    assertThat(Thought.in(content(message, "stop")).answer()).isEqualTo("Answer: 3");
  }

  @Test
  void shouldKeepTheThoughtBesideTheAnswer() throws IOException {
    String parts =
        "{\"content\": [{\"type\": \"thinking\", \"thinking\": \"hm\"}, {\"type\": \"text\", \"text\": \"3\"}]}";

    assertThat(Thought.in(content(parts, "stop"))).isEqualTo(new Thought("hm", "3"));
    assertThat(Thought.in(content("{\"content\": \"3\", \"reasoning\": \"hm\"}", "stop")))
        .isEqualTo(new Thought("hm", "3"));
  }

  @Test
  void shouldTakeAReplyThatReachedItsLimitWithinTheThought() throws IOException {
    assertThat(
            Thought.in(content("{\"content\": \"\", \"reasoning_content\": \"long\"}", "length")))
        .isEqualTo(new Thought("long", ""));
    assertThat(Thought.in(content("{\"content\": \"\"}", "length")))
        .as("a thought that the endpoint hides")
        .isEqualTo(new Thought("", ""));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"content\": \"\"}",
        "{\"content\": null}",
        "{}",
        "{\"content\": []}",
        "{\"content\": \" \\n\", \"reasoning\": \"hm\"}",
        "{\"content\": \"<think>hm</think>\"}"
      })
  void shouldTakeNothingForAReplyWithoutAnAnswer(String message) {
    assertUnusable(
        completion(message, "stop"), FailureKind.UNREADABLE, "sent an empty reply", true);
  }

  @Test
  void shouldTakeNothingThatTheEndpointDidNotFinish() {
    String message = "{\"content\": \"The sum of\"}";

    assertUnusable(
        completion(message, "error"),
        FailureKind.UNREADABLE,
        "ended its reply with an error",
        true);
    assertUnusable(
        completion(message, "content_filter"),
        FailureKind.UNREADABLE,
        "withheld its reply because of the endpoint's content filter",
        false);
  }

  @Test
  void shouldReportARefusalInTheModelsWords() {
    assertUnusable(
        completion("{\"content\": null, \"refusal\": \"I can't assist with that.\"}", "stop"),
        FailureKind.REFUSED,
        "refused: I can't assist with that.",
        false);
  }

  @Test
  void shouldReportAnErrorWithTheStatusInItsCode() {
    String body = "{\"error\": {\"message\": \"Rate limit exceeded\", \"code\": 429}}";

    assertThatExceptionOfType(HttpException.class)
        .isThrownBy(() -> rewritten(body))
        .satisfies(error -> assertThat(error.statusCode()).isEqualTo(429))
        .withMessageContaining("Rate limit exceeded");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"error\": {\"message\": \"overloaded\"}}",
        "{\"error\": \"overloaded\"}",
        "{\"error\": {\"message\": \"overloaded\", \"code\": \"busy\"}, \"choices\": []}"
      })
  void shouldReportAnErrorWithoutAStatus(String body) {
    assertUnusable(body, FailureKind.SERVER_ERROR, "reported an error: overloaded", true);
  }

  @Test
  void shouldShowTheTitleOfAWebPage() {
    assertUnusable(
        "<!DOCTYPE html><html><head><title>Please sign in</title></head></html>",
        FailureKind.UNREADABLE,
        "sent a web page with the title \"Please sign in\" instead of a reply; check the address",
        false);
    assertUnusable(
        "\n<html>gateway</html>",
        FailureKind.UNREADABLE,
        "sent a web page instead of a reply; check the address",
        false);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\u0000',
      value = {
        "words|sent a reply that is not a JSON object",
        "[]|sent a reply that is not a JSON object",
        "{\"choices\": [|sent a reply that is not a JSON object",
        "{}|sent a reply without choices[0].message",
        "{\"choices\": []}|sent a reply without choices[0].message",
        "{\"choices\": [{\"message\": null}]}|sent a reply without choices[0].message"
      })
  void shouldNameWhatIsMissing(String body, String message) {
    assertUnusable(body, FailureKind.UNREADABLE, message, true);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\u0000',
      value = {
        "{\"prompt_tokens\": 5, \"completion_tokens\": 2}|5|2|7",
        "{\"prompt_tokens\": 5.0, \"completion_tokens\": null}|5|0|5",
        "{\"prompt_tokens\": \"5\", \"completion_tokens\": -2, \"total_tokens\": \"?\"}|0|0|0",
        "{\"prompt_tokens\": 50000000000}|0|0|0"
      })
  void shouldLoseNoReplyBecauseOfItsCount(String usage, int input, int output, int total)
      throws IOException {
    // Given
    String body =
        completion("{\"content\": \"3\"}", "stop")
            .replaceFirst("}$", ", \"usage\": " + usage + "}");

    // When, then
    assertThat(rewritten(body).path("usage").toString())
        .isEqualTo(
            "{\"prompt_tokens\":%d,\"completion_tokens\":%d,\"total_tokens\":%d}"
                .formatted(input, output, total));
  }

  @ParameterizedTest
  @ValueSource(strings = {"null", "\"unknown\"", "[]", "3"})
  void shouldRemoveAUsageThatIsNone(String usage) throws IOException {
    String body =
        completion("{\"content\": \"3\"}", "stop")
            .replaceFirst("}$", ", \"usage\": " + usage + "}");

    assertThat(rewritten(body).has("usage")).isFalse();
  }

  @Test
  void shouldTellWhatAReplyWithoutAnAnswerHasUsed() {
    String usage = ", \"usage\": {\"prompt_tokens\": 5, \"completion_tokens\": 2}}";

    for (String body :
        List.of(
            completion("{\"content\": \"\"}", "stop").replaceFirst("}$", usage),
            completion("{\"content\": \"3\"}", "content_filter").replaceFirst("}$", usage),
            "{\"error\": {\"message\": \"overloaded\"}" + usage)) {
      assertThatExceptionOfType(UnusableReplyException.class)
          .isThrownBy(() -> rewritten(body))
          .satisfies(reply -> assertThat(reply.used()).isEqualTo(new Tokens(5, 2)));
    }
  }

  private static void assertUnusable(
      String body, FailureKind kind, String message, boolean retriable) {
    assertThatExceptionOfType(UnusableReplyException.class)
        .isThrownBy(() -> rewritten(body))
        .withMessage(message)
        .satisfies(
            reply -> {
              assertThat(reply.kind()).isEqualTo(kind);
              assertThat(reply.isRetriable()).isEqualTo(retriable);
            });
  }

  private static String content(String message, String finish) throws IOException {
    JsonNode content = rewritten(completion(message, finish)).at("/choices/0/message/content");
    assertThat(content.isTextual()).isTrue();
    return content.textValue();
  }

  private static JsonNode rewritten(String body) throws IOException {
    return JSON.readTree(ChatCompletionBody.rewritten(body.getBytes(StandardCharsets.UTF_8)));
  }

  private static String completion(String message, String finish) {
    return "{\"model\": \"m\", \"choices\": [{\"index\": 0, \"message\": %s, \"finish_reason\": \"%s\"}]}"
        .formatted(message, finish);
  }
}
