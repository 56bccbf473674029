package io.dlpo.evaluator.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.dlpo.contracts.evaluation.CallFailure;
import io.dlpo.contracts.evaluation.Example;
import io.dlpo.contracts.evaluation.FailureKind;
import io.dlpo.evaluator.scoring.Score;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.TimeoutException;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WebhookExchangeTest {

  private static final WebhookExchange EXCHANGE =
      new WebhookExchange(URI.create("https://scorer:8443/score?key=secret"));

  @Test
  void shouldSendInputOutputAndReference() {
    assertThat(WebhookExchange.body(new Example("e1", "1 + 1?", "2"), "\"two\""))
        .isEqualTo("{\"input\":\"1 + 1?\",\"output\":\"\\\"two\\\"\",\"reference\":\"2\"}");
  }

  @Test
  void shouldSendTheFieldsOfThePrompt() {
    // Given
    Map<String, String> fields = Map.of("task", "1 + 1?");

    // When / Then
    assertThat(WebhookExchange.body(new Example("e1", "", "2", fields), "two"))
        .isEqualTo(
            "{\"input\":\"task: 1 + 1?\",\"output\":\"two\",\"reference\":\"2\","
                + "\"fields\":{\"task\":\"1 + 1?\"}}");
    assertThat(WebhookExchange.body(new Example("e1", "x", "2", fields), "two"))
        .startsWith("{\"input\":\"x\",");
  }

  @ParameterizedTest
  @CsvSource({"200", "201", "299"})
  void shouldReadAVerdict(int status) {
    assertThat(read(status, "{\"score\": 0.25, \"feedback\": \"Too long.\"}"))
        .isEqualTo(
            new WebhookReply.Scored(new Score(0.25, "The webhook gives 0.25 of 1: Too long.")));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"score\": 2, \"feedback\": \"\"}|score is 2; allowed is a number from 0 to 1",
        "{\"score\": 1}|feedback is missing; allowed is a text",
        "<html>|it is no JSON object",
        "''|it is no JSON object"
      })
  void shouldNotTakeAnythingElseForAWrongAnswer(String body, String problem) {
    assertThat(read(200, body))
        .isInstanceOfSatisfying(
            WebhookReply.Failed.class,
            failed -> {
              assertThat(failed.failure().kind()).isEqualTo(FailureKind.UNREADABLE);
              assertThat(failed.failure().message())
                  .startsWith("the webhook https://scorer:8443/score: invalid reply: " + problem);
              assertThat(failed.retriable()).isFalse();
            });
  }

  @ParameterizedTest
  @CsvSource({
    "301,REFUSED,false",
    "400,REFUSED,false",
    "401,UNAUTHORIZED,false",
    "403,UNAUTHORIZED,false",
    "404,REFUSED,false",
    "408,TIMEOUT,true",
    "409,SERVER_ERROR,true",
    "422,REFUSED,false",
    "425,SERVER_ERROR,true",
    "429,RATE_LIMITED,true",
    "500,SERVER_ERROR,true",
    "503,SERVER_ERROR,true"
  })
  void shouldTellFaultsThatPassFromThoseThatStay(int status, FailureKind kind, boolean retriable) {
    assertThat(read(status, "no\n way"))
        .isEqualTo(
            new WebhookReply.Failed(
                new CallFailure(
                    kind, "the webhook https://scorer:8443/score: " + status + ": no way"),
                retriable));
  }

  @Test
  void shouldSayWhyNoReplyCame() {
    assertThat(failure(new TimeoutException()).message()).endsWith("score: no reply in time");
    assertThat(failure(new ConnectException()).kind()).isEqualTo(FailureKind.UNREACHABLE);
    assertThat(failure(new BoundedBody.TooLongException()).message())
        .endsWith("its reply is longer than 65536 bytes");
    assertThat(EXCHANGE.read(new BoundedBody.TooLongException()))
        .extracting(reply -> ((WebhookReply.Failed) reply).retriable())
        .isEqualTo(false);
    assertThat(EXCHANGE.read(new IOException("reset")))
        .extracting(reply -> ((WebhookReply.Failed) reply).retriable())
        .isEqualTo(true);
    assertThat(failure(new IllegalStateException("odd")).message()).contains("odd");
  }

  @Test
  void shouldShowNoQuery() {
    assertThat(read(500, "").toString()).contains("/score: 500").doesNotContain("secret");
    assertThat(EXCHANGE.refused("host scorer is not allowed").toString()).doesNotContain("secret");
  }

  @Property
  void shouldSendAnyOutputAsItIs(@ForAll String output) throws JsonProcessingException {
    // When
    JsonNode body =
        new ObjectMapper().readTree(WebhookExchange.body(new Example("e1", "q", "r"), output));

    // Then
    assertThat(body.size()).isEqualTo(3);
    assertThat(body.get("output").textValue()).isEqualTo(output);
  }

  private static CallFailure failure(Exception fault) {
    return ((WebhookReply.Failed) EXCHANGE.read(fault)).failure();
  }

  private static WebhookReply read(int status, String body) {
    return EXCHANGE.read(status, body.getBytes(StandardCharsets.UTF_8));
  }
}
