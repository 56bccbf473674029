package io.dlpo.evaluator.scoring;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.dlpo.contracts.metric.JsonMetric;
import io.dlpo.contracts.metric.JsonText;
import java.util.List;
import java.util.Objects;

/** Metric {@code json}: the reply contains a JSON value, which is checked as the mode says. */
final class JsonScoring {

  private JsonScoring() {}

  static Score score(JsonMetric metric, String reply, String reference) {
    JsonNode answer;
    try {
      answer = JsonAnswer.in(reply);
    } catch (JsonProcessingException e) {
      return Score.wrong(
          "The reply is not one JSON value, alone or in a code block: "
              + JsonAnswer.problem(e)
              + ".");
    }
    return switch (metric.mode()) {
      case VALID -> Score.right();
      case SCHEMA -> bySchema(Objects.requireNonNull(metric.schema()), answer);
      case FIELDS -> FieldScoring.score(metric, answer, fields(reference));
    };
  }

  private static Score bySchema(JsonNode schema, JsonNode answer) {
    List<String> problems = AnswerSchema.problems(schema, answer);
    return problems.isEmpty()
        ? Score.right()
        : Score.wrong("The JSON value breaks the schema: " + Quotes.some(problems) + ".");
  }

  private static JsonNode fields(String reference) {
    try {
      return JsonText.read(reference);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("a reference was not checked before it is used", e);
    }
  }
}
