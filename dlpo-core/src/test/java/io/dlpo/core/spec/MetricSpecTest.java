package io.dlpo.core.spec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.dlpo.contracts.evaluation.Engine;
import io.dlpo.contracts.metric.F1Metric;
import io.dlpo.contracts.metric.JsonMetric;
import io.dlpo.contracts.metric.JsonMode;
import io.dlpo.contracts.metric.JudgeMetric;
import io.dlpo.contracts.metric.Metric;
import io.dlpo.contracts.metric.ReferenceNumberMetric;
import io.dlpo.contracts.metric.WebhookMetric;
import io.dlpo.core.refusal.Problem;
import io.dlpo.core.refusal.RefusedException;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The metrics with graded scores, from the spec and back. */
class MetricSpecTest {

  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final String ROW = "{\"city\": \"Paris\", \"zip\": 75001}";

  static Stream<Arguments> metrics() {
    return Stream.of(
        Arguments.of("{type: f1}", new F1Metric()),
        Arguments.of("{type: reference-number}", new ReferenceNumberMetric()),
        Arguments.of(
            "{type: judge, rubric: Be polite.}",
            new JudgeMetric(Engine.greedy("teacher"), "Be polite.")),
        Arguments.of(
            "{type: judge, rubric: Be polite., engine: {model: j, temperature: 0.5, maxTokens:"
                + " 90}}",
            new JudgeMetric(new Engine("j", 0.5, 90, null, null), "Be polite.")),
        Arguments.of(
            "{type: webhook, url: 'http://localhost:8000/score'}",
            new WebhookMetric("http://localhost:8000/score")),
        Arguments.of("{type: json}", new JsonMetric(JsonMode.VALID, null, null)),
        Arguments.of("{type: json, mode: valid}", new JsonMetric(JsonMode.VALID, null, null)),
        Arguments.of("{type: json, mode: FIELDS}", new JsonMetric(JsonMode.FIELDS, null, null)),
        Arguments.of(
            "{type: json, mode: fields, weights: {zip: 0, city: 2.5}}",
            new JsonMetric(JsonMode.FIELDS, null, Map.of("city", 2.5, "zip", 0.0))),
        Arguments.of(
            "{type: json, mode: schema, schema: {type: object, required: [zip], maxProperties: 3,"
                + " properties: {zip: {enum: [null, 75001]}, ratio: {maximum: 0.5}}}}",
            new JsonMetric(
                JsonMode.SCHEMA,
                tree(
                    "{\"type\": \"object\", \"required\": [\"zip\"], \"maxProperties\": 3,"
                        + " \"properties\": {\"zip\": {\"enum\": [null, 75001]},"
                        + " \"ratio\": {\"maximum\": 0.5}}}"),
                null)));
  }

  @ParameterizedTest
  @MethodSource("metrics")
  void shouldReadTheMetricAndReadItAgain(String metric, Metric expected) {
    // When
    ResolvedRun run = read(metric);
    ResolvedRun again = Specs.readWithReferences(run.spec().toString(), i -> ROW);

    // Then
    assertThat(run.settings().metric()).isEqualTo(expected);
    assertThat(again).isEqualTo(run);
    assertThat(again.spec().toString()).isEqualTo(run.spec().toString());
  }

  @Test
  void shouldShareNoSamplesBetweenMetricsThatDiffer() {
    assertThat(
            Stream.of("{type: json}", "{type: f1}", "{type: json, mode: fields}")
                .map(metric -> read(metric).settings().sampleScope()))
        .doesNotHaveDuplicates();
    assertThat(read("{type: json, mode: fields, weights: {zip: 2, city: 3}}").settings())
        .isEqualTo(read("{type: json, mode: fields, weights: {city: 3.0, zip: 2.0}}").settings());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{type: json, mode: field}                          | metric.mode         | VALID, SCHEMA"
            + " or FIELDS",
        "{type: json, mode: schema}                         | metric              | metric.schema"
            + " is missing; mode SCHEMA needs a JSON Schema",
        "{type: json, schema: {type: object}}               | metric              | mode VALID has"
            + " none, only mode SCHEMA has",
        "{type: json, mode: schema, schema: object}         | metric.schema       | is 'object'; it"
            + " must be an object with keys",
        "{type: json, weights: {zip: 1}}                    | metric              | mode VALID has"
            + " none, only mode FIELDS has",
        "{type: json, mode: fields, weights: 5}             | metric.weights      | an object with"
            + " keys",
        "{type: json, mode: fields, weights: {zip: -1}}     | metric.weights.zip  | a number from 0"
            + " to 1000",
        "{type: json, mode: fields, weights: {zip: x}}      | metric.weights.zip  | a number from 0"
            + " to 1000",
        "{type: json, mode: fields, weights: {zip: null}}   | metric.weights.zip  | a number from 0"
            + " to 1000",
        "{type: json, mode: fields, weights: {zpi: 1}}      | metric.weights      | fields that"
            + " some reference has; none has zpi",
        "{type: json, mode: fields, weight: {zip: 1}}       | metric.weight       | did you mean"
            + " weights?",
        "{type: judge}                                      | metric.rubric       | what makes an"
            + " answer good",
        "{type: judge, rubric: ' '}                         | metric.rubric       | a text of 1 to"
            + " 8000 characters that is not blank",
        "{type: judge, rubric: x, model: j}                 | metric.model        | unknown key",
        "{type: judge, rubric: x, engine: j}                | metric.engine       | an object such"
            + " as {model: gpt-4o, temperature: 0}",
        "{type: judge, rubric: x, engine: {}}               | metric.engine.model | the name of a"
            + " model",
        "{type: judge, rubric: x, engine: {model: j, temperature: 3}} | metric.engine.temperature |"
            + " a number from 0 to 2",
        "{type: webhook}                                    | metric.url          | the address of"
            + " your scorer",
        "{type: webhook, url: scorer}                       | metric              | use an"
            + " address such as https://scorer.example.org/score",
        "{type: webhook, url: 'http://u:p@scorer/'}         | metric              | without user or"
            + " fragment",
        "{type: webhook, uri: 'http://scorer/'}             | metric.uri          | did you mean"
            + " url?",
        "{type: f1, threshold: 0.5}                         | metric.threshold    | unknown key",
        "{type: f2}                                         | metric.type         | number, exact,"
            + " choice, contains, regex, f1, json, reference-number, judge or webhook"
      })
  void shouldNameKeyAndWhatIsAllowed(String metric, String key, String message) {
    assertThatThrownBy(() -> read(metric))
        .isInstanceOfSatisfying(
            RefusedException.class,
            refused -> assertThat(refused.problems()).extracting(Problem::key).contains(key))
        .hasMessageContaining(message);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{type: intger}                       | /type: does not have a value in the enumeration",
        "{properties: []}                     | /properties: array found, object expected",
        "{minimum: '5'}                       | /minimum: string found, number expected",
        "{pattern: '('}                       | Unclosed group",
        "{$ref: '#/$defs/none'}               | Reference /$defs/none cannot be resolved",
        "{properties: {a: {$ref: '#/x'}}}     | Reference /x cannot be resolved",
        "{$ref: 'https://example.org/a.json'} | 'https://example.org/a.json' is not allowed to be"
            + " loaded",
        "{$ref: 'file:///etc/hostname'}       | is not allowed to be loaded",
        "{$ref: 'classpath:logging.yaml'}     | is not allowed to be loaded",
        "{$ref: '#'}                          | it refers to itself without end",
        "{anyOf: [{$ref: '#'}, {$ref: '#'}]}  | it refers to itself without end",
        "{$schema: 'http://json-schema.org/draft-07/schema#'} | its $schema is"
            + " http://json-schema.org/draft-07/schema#"
      })
  void shouldRefuseASchemaThatNoAnswerCanBeHeldTo(String schema, String message) {
    assertThatThrownBy(() -> read("{type: json, mode: schema, schema: " + schema + "}"))
        .isInstanceOfSatisfying(
            RefusedException.class,
            refused ->
                assertThat(refused.problems())
                    .extracting(Problem::key)
                    .containsExactly("metric.schema"))
        .hasMessageContaining("it must be a JSON Schema 2020-12 whose references are within it")
        .hasMessageContaining(message);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{}",
        "{$schema: 'https://json-schema.org/draft/2020-12/schema', type: string}",
        "{properties: {next: {$ref: '#'}}}",
        "{$id: 'https://x.org/a', $ref: b, $defs: {b: {$id: b, type: string}}}",
        "{$ref: 'https://json-schema.org/draft/2020-12/schema'}",
        "{unknownKeyword: 5}"
      })
  void shouldTakeASchemaThatStandsAlone(String schema) {
    assertThat(read("{type: json, mode: schema, schema: " + schema + "}").settings().metric())
        .isInstanceOf(JsonMetric.class);
  }

  @Test
  void shouldLetTheBackwardEngineOfTheSpecJudge() {
    // When
    ResolvedRun run =
        Specs.readWithReferences(
            Specs.SHORTEST.replace("{type: number}", "{type: judge, rubric: Be polite.}")
                + "engines: {backward: {model: b, maxTokens: 7}}\n",
            i -> "");

    // Then
    assertThat(run.settings().metric())
        .isEqualTo(new JudgeMetric(new Engine("b", null, 7, null, null), "Be polite."));
  }

  @Test
  void shouldRefuseARubricThatIsTooLong() {
    String rubric = "x".repeat(JudgeMetric.MAX_RUBRIC + 1);

    assertThatThrownBy(() -> read("{type: judge, rubric: " + rubric + "}"))
        .isInstanceOf(RefusedException.class)
        .hasMessageContaining("it must be a text of 1 to 8000 characters that is not blank");
  }

  @Test
  void shouldRefuseASchemaThatIsTooLong() {
    String title = "x".repeat(JsonMetric.MAX_SCHEMA);

    assertThatThrownBy(() -> read("{type: json, mode: schema, schema: {title: " + title + "}}"))
        .isInstanceOf(RefusedException.class)
        .hasMessageContaining("it must be an object of at most 20000");
  }

  @Test
  void shouldNameRowsWithoutFields() {
    String spec = Specs.SHORTEST.replace("{type: number}", "{type: json, mode: fields}");

    assertThatThrownBy(() -> Specs.readWithReferences(spec, i -> i == 3 ? "Paris" : ROW))
        .isInstanceOfSatisfying(
            RefusedException.class, refused -> assertThat(refused.problems()).hasSize(1))
        .hasMessageContaining("the reference 'Paris' of row-3 is not JSON");
  }

  @Test
  void shouldNameRowsWithoutAFieldThatCounts() {
    assertThatThrownBy(() -> read("{type: json, mode: fields, weights: {zip: 0, city: 0}}"))
        .isInstanceOfSatisfying(
            RefusedException.class, refused -> assertThat(refused.problems()).hasSize(5))
        .hasMessageContaining("has no field with a weight");
  }

  private static ResolvedRun read(String metric) {
    return Specs.readWithReferences(Specs.SHORTEST.replace("{type: number}", metric), i -> ROW);
  }

  private static JsonNode tree(String json) {
    try {
      return MAPPER.readTree(json);
    } catch (JsonProcessingException e) {
      throw new AssertionError(e);
    }
  }
}
