package io.dlpo.evaluator.judge;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.dlpo.contracts.evaluation.Engine;
import io.dlpo.contracts.evaluation.Evaluation;
import io.dlpo.contracts.evaluation.Example;
import io.dlpo.contracts.metric.JudgeMetric;
import io.dlpo.evaluator.Predictions;
import io.dlpo.gateway.ModelRequest;
import io.dlpo.gateway.ledger.RequestDigest;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class JudgeRequestTest {

  private static final Engine ENGINE = new Engine("gpt-4o", 0.0, 200, null, null);
  private static final JudgeMetric METRIC =
      new JudgeMetric(ENGINE, "The answer is 100% polite; {no} slang, no %s.");

  private final Evaluation evaluation = Predictions.evaluation(3, METRIC);
  private final Example example = Predictions.example(2);

  @Test
  void shouldAskTheMetricsEngineByItsRubric() {
    // When
    ModelRequest request = JudgeRequest.first(evaluation, METRIC, example, "two");

    // Then
    assertThat(request.engine()).isEqualTo(ENGINE);
    assertThat(request.messages().getFirst().content())
        .contains("The rubric:\n" + METRIC.rubric() + "\n")
        .doesNotContain("could not be read");
    assertThat(request.sampleScope()).isEqualTo("scope");
    assertThat(request.requester()).isEqualTo("judge:" + evaluation.id().value() + ":e002");
  }

  @Test
  void shouldShowInputAnswerAndReference() {
    assertThat(
            JudgeRequest.first(evaluation, METRIC, example, "two").messages().getLast().content())
        .isEqualTo("{\"input\":\"What is 2?\",\"answer\":\"two\",\"reference\":\"2\"}");
  }

  @Test
  void shouldAskAgainForAnotherReplyAndSayWhy() {
    // When
    ModelRequest first = JudgeRequest.first(evaluation, METRIC, example, "two");
    ModelRequest again =
        JudgeRequest.again(evaluation, METRIC, example, "two", "score is 7; allowed is 0 to 1");

    // Then
    assertThat(again.messages().getLast().content())
        .isEqualTo(first.messages().getLast().content());
    assertThat(again.messages().getFirst().content())
        .startsWith(first.messages().getFirst().content())
        .endsWith(
            "could not be read: score is 7; allowed is 0 to 1. Reply with the JSON object alone.");
    assertThat(RequestDigest.of(again)).isNotEqualTo(RequestDigest.of(first));
  }

  @Test
  void shouldShowTheFieldsOfThePrompt() throws JsonProcessingException {
    // Given
    Example filled = new Example("e1", "", "2", Map.of("task", "1 + 1?"));

    // When
    ModelRequest request = JudgeRequest.first(evaluation, METRIC, filled, "two");

    // Then
    assertThat(
            new ObjectMapper()
                .readTree(request.messages().getLast().content())
                .get("input")
                .textValue())
        .isEqualTo("task: 1 + 1?");
  }

  @Test
  void shouldBeTheSameRequestInAnotherEvaluation() {
    Evaluation other = Predictions.evaluation(3, METRIC);

    assertThat(RequestDigest.of(JudgeRequest.first(other, METRIC, example, "two")))
        .isEqualTo(RequestDigest.of(JudgeRequest.first(evaluation, METRIC, example, "two")));
  }

  @Property
  void shouldKeepAnyAnswerWithinItsValue(@ForAll String answer) throws JsonProcessingException {
    // When
    JsonNode message =
        new ObjectMapper()
            .readTree(
                JudgeRequest.first(evaluation, METRIC, example, answer)
                    .messages()
                    .getLast()
                    .content());

    // Then
    assertThat(message.size()).isEqualTo(3);
    assertThat(message.get("answer").textValue()).isEqualTo(answer);
  }
}
