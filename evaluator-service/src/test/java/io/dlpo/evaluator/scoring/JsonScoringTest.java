package io.dlpo.evaluator.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dlpo.contracts.metric.JsonMetric;
import io.dlpo.contracts.metric.JsonMode;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonScoringTest {

  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final JsonMetric VALID = new JsonMetric(JsonMode.VALID, null, null);
  private static final JsonMetric FIELDS = new JsonMetric(JsonMode.FIELDS, null, null);
  private static final String REFERENCE = "{\"city\": \"Paris\", \"zip\": 75001, \"tags\": [1, 2]}";

  @ParameterizedTest
  @ValueSource(strings = {"{}", "[1, 2]", "\"text\"", "7", "```json\n{\"a\": null}\n```"})
  void shouldTakeAnyJson(String reply) {
    assertThat(Scoring.score(VALID, reply, "")).isEqualTo(Score.right());
  }

  @Test
  void shouldSayWhyAReplyIsNoJson() {
    Score score = Scoring.score(VALID, "{\"a\": 1,}", "");

    assertThat(score.value()).isZero();
    assertThat(score.feedback())
        .startsWith("The reply is not one JSON value, alone or in a code block: ")
        .contains("line 1, column 9");
  }

  @Test
  void shouldTakeWhatTheSchemaTakes() throws JsonProcessingException {
    JsonMetric metric =
        schema(
            "{\"type\": \"object\", \"required\": [\"a\"], \"properties\": {\"a\": {\"type\":"
                + " \"integer\"}}}");

    assertThat(Scoring.score(metric, "{\"a\": 1}", "")).isEqualTo(Score.right());
    assertThat(Scoring.score(metric, "```\n{\"a\": 1, \"b\": 2}\n```", "").isRight()).isTrue();
    assertThat(Scoring.score(metric, "{\"a\": \"1\"}", ""))
        .isEqualTo(
            Score.wrong("The JSON value breaks the schema: /a: string found, integer expected."));
    assertThat(Scoring.score(metric, "{}", "").feedback())
        .isEqualTo("The JSON value breaks the schema: the value: required property 'a' not found.");
    assertThat(Scoring.score(metric, "a", "").feedback()).startsWith("The reply is not one JSON");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"city\": \"Paris\", \"zip\": 75001, \"tags\": [1, 2]}",
        "{\"tags\": [1.0, 2], \"zip\": 7.5001e4, \"city\": \"Paris\", \"more\": true}"
      })
  void shouldTakeEqualFieldsInAnyOrderAndSpelling(String reply) {
    assertThat(Scoring.score(FIELDS, reply, REFERENCE)).isEqualTo(Score.right());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"city\": \"Paris\", \"zip\": \"75001\", \"tags\": [1, 2]}|0.666667",
        "{\"city\": \"paris\", \"zip\": 75001, \"tags\": [2, 1]}|0.333333",
        "{\"city\": null}|0",
        "{}|0",
        "[1, 2]|0",
        "null|0",
        "Paris|0"
      })
  void shouldGradeByTheShareOfFields(String reply, double value) {
    assertThat(Scoring.score(FIELDS, reply, REFERENCE).value()).isCloseTo(value, within(1e-6));
  }

  @Test
  void shouldTellNullFromNothing() {
    String reference = "{\"a\": null, \"b\": 1}";

    assertThat(Scoring.score(FIELDS, "{\"a\": null, \"b\": 1}", reference).isRight()).isTrue();
    assertThat(Scoring.score(FIELDS, "{\"b\": 1}", reference).value()).isEqualTo(0.5);
  }

  @Test
  void shouldSayWhichFieldsAreWrong() {
    assertThat(Scoring.score(FIELDS, "{\"city\": \"Lyon\", \"zip\": 75001}", REFERENCE).feedback())
        .isEqualTo(
            "2 of 3 fields are wrong, the score is 0.33: \"city\" is \"Lyon\", expected was"
                + " \"Paris\"; \"tags\" is missing, expected was [1,2].");
    assertThat(Scoring.score(FIELDS, "[]", "{\"a\": 1}").feedback())
        .isEqualTo("The reply gives a JSON array; expected was an object such as \"{\"a\":1}\".");
  }

  @Test
  void shouldWeighFields() {
    JsonMetric metric = new JsonMetric(JsonMode.FIELDS, null, Map.of("city", 3.0, "tags", 0.0));

    assertThat(Scoring.score(metric, "{\"city\": \"Paris\"}", REFERENCE).value()).isEqualTo(0.75);
    assertThat(Scoring.score(metric, "{\"zip\": 75001}", REFERENCE).value()).isEqualTo(0.25);
    assertThat(Scoring.score(metric, "{\"city\": \"Paris\", \"zip\": 75001}", REFERENCE).isRight())
        .isTrue();
  }

  @Test
  void shouldCallNoAnswerRightForTheLittleWeightOfItsMistake() {
    JsonMetric metric =
        new JsonMetric(JsonMode.FIELDS, null, Map.of("city", 1000.0, "zip", Double.MIN_VALUE));

    Score score = Scoring.score(metric, "{\"city\": \"Paris\", \"tags\": [1, 2]}", REFERENCE);

    assertThat(score.isRight()).isFalse();
    assertThat(score.value()).isGreaterThan(0.99);
  }

  @Test
  void shouldCompareHugeNumbersAtOnce() {
    assertThat(Scoring.score(FIELDS, "{\"n\": 1e999999999}", "{\"n\": 2e999999999}").value())
        .isZero();
    assertThat(
            Scoring.score(FIELDS, "{\"n\": 9007199254740993}", "{\"n\": 9007199254740992}").value())
        .isZero();
  }

  @Test
  void shouldRefuseAReferenceWithoutFields() {
    assertThatExceptionOfType(UnreadableReferenceException.class)
        .isThrownBy(() -> Scoring.score(FIELDS, "{}", "Paris"))
        .withMessageStartingWith("reference \"Paris\" is not JSON");
  }

  @Test
  void shouldKeepFeedbackShort() {
    // Given
    ObjectNode reference = MAPPER.createObjectNode();
    for (int i = 0; i < 1_000; i++) {
      reference.put("field" + i, "x".repeat(1_000));
    }

    // Then
    assertThat(Scoring.score(FIELDS, "{}", reference.toString()).feedback())
        .endsWith("; and 995 more.")
        .hasSizeLessThan(1_500);
  }

  @Property
  void shouldGiveTheShareOfRightFields(
      @ForAll @IntRange(max = 30) int right, @ForAll @IntRange(max = 30) int wrong) {
    // Given
    ObjectNode reference = MAPPER.createObjectNode().put("first", 0);
    ObjectNode answer = MAPPER.createObjectNode().put("first", 0);
    for (int i = 0; i < right + wrong; i++) {
      reference.put("field" + i, i);
      answer.put("field" + i, i < right ? i : -1 - i);
    }

    // Then
    Score score = Scoring.score(FIELDS, answer.toString(), reference.toString());
    assertThat(score.value()).isCloseTo((right + 1.0) / (right + wrong + 1), within(1e-9));
    assertThat(score.isRight()).isEqualTo(wrong == 0);
  }

  private static JsonMetric schema(String text) throws JsonProcessingException {
    return new JsonMetric(JsonMode.SCHEMA, MAPPER.readTree(text), null);
  }
}
