package io.dlpo.evaluator.scoring;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dlpo.contracts.metric.Metric;
import io.dlpo.contracts.metric.RuleMetric;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Replies as models write them, most of them from bug reports of other projects. */
class AnswerCasesTest {

  private static final JsonMapper JSON = new JsonMapper();

  @ParameterizedTest
  @MethodSource("cases")
  void shouldReadTheAnswerAsPeopleDo(Case example) throws IOException {
    // When
    Score score = Scoring.score(example.rule(), example.reply(), example.reference());

    // Then
    assertThat(score.isRight()).as(score.feedback()).isEqualTo(example.right());
    assertThat(score.feedback()).isNotBlank();
  }

  static Stream<Case> cases() throws IOException {
    try (InputStream lines =
        Objects.requireNonNull(
            AnswerCasesTest.class.getResourceAsStream("/scoring/answers.jsonl"))) {
      return JSON
          .readerFor(Case.class)
          .<Case>readValues(new String(lines.readAllBytes(), StandardCharsets.UTF_8))
          .readAll()
          .stream();
    }
  }

  /**
   * A line of the file.
   *
   * @param metric the metric as in a spec; without {@code options}, a choice is between the
   *     reference and another text
   */
  record Case(ObjectNode metric, String reply, String reference, boolean right) {

    RuleMetric rule() throws IOException {
      ObjectNode complete = metric.deepCopy();
      if (metric.path("type").asText().equals("choice") && !metric.has("options")) {
        ArrayNode options = complete.putArray("options");
        options.add(reference).add("another");
      }
      return (RuleMetric) JSON.treeToValue((JsonNode) complete, Metric.class);
    }
  }
}
