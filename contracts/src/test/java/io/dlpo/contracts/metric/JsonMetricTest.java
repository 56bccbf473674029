package io.dlpo.contracts.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonMetricTest {

  private static final JsonNode SCHEMA =
      JsonNodeFactory.instance.objectNode().put("type", "object");
  private static final Metric FIELDS = new JsonMetric(JsonMode.FIELDS, null, null);

  @Test
  void shouldReadAnyReferenceWhereItIsNotCompared() {
    assertThat(new JsonMetric(JsonMode.VALID, null, null).problemWith("")).isEmpty();
    assertThat(new JsonMetric(JsonMode.SCHEMA, SCHEMA, null).problemWith("x")).isEmpty();
  }

  @Test
  void shouldReadAReferenceWithFields() {
    assertThat(FIELDS.problemWith("{\"city\": null}")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"{}", "[1]", "5", "\"city\""})
  void shouldSayThatAReferenceHasNoField(String reference) {
    assertThat(FIELDS.problemWith(reference))
        .hasValue(
            "has no field with a weight; use a JSON object with at least one, such as"
                + " {\"city\": \"Paris\"}");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "Paris", "{\"a\": 1", "{a: 1}"})
  void shouldSayThatAReferenceIsNoJson(String reference) {
    assertThat(FIELDS.problemWith(reference))
        .hasValueSatisfying(
            problem ->
                assertThat(problem)
                    .startsWith("is not JSON (")
                    .endsWith("use a JSON object with fields"));
  }

  @Test
  void shouldNotCountAFieldOfNoWeight() {
    // Given
    JsonMetric metric = new JsonMetric(JsonMode.FIELDS, null, Map.of("note", 0.0, "city", 2.5));

    // Then
    assertThat(metric.weightOf("note")).isZero();
    assertThat(metric.weightOf("city")).isEqualTo(2.5);
    assertThat(metric.weightOf("zip")).isEqualTo(1);
    assertThat(metric.problemWith("{\"note\": \"x\"}")).isPresent();
    assertThat(metric.problemWith("{\"note\": \"x\", \"zip\": 1}")).isEmpty();
  }

  @Test
  void shouldKeepTheWeightsInOneOrder() throws Exception {
    // Given
    Map<String, Double> weights = new LinkedHashMap<>();
    weights.put("zip", 1.0);
    weights.put("city", 2.0);

    // Then
    assertThat(
            new ObjectMapper()
                .writeValueAsString(new JsonMetric(JsonMode.FIELDS, null, weights).weights()))
        .isEqualTo("{\"city\":2.0,\"zip\":1.0}");
  }

  @Test
  void shouldShowTheModelTheSchema() {
    assertThat(new JsonMetric(JsonMode.SCHEMA, SCHEMA, null).answerFormat())
        .endsWith("this JSON Schema: {\"type\":\"object\"}");
    assertThat(FIELDS.answerFormat()).isEqualTo("Reply with one JSON object and nothing else.");
    assertThat(new JsonMetric(JsonMode.VALID, null, null).answerFormat())
        .isEqualTo("Reply with one JSON value and nothing else.");
  }

  @Test
  void shouldRefuseWhatDoesNotFitTheMode() {
    assertThatNullPointerException()
        .isThrownBy(() -> new JsonMetric(null, null, null))
        .withMessageContaining("metric.mode is missing; use VALID, SCHEMA or FIELDS");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new JsonMetric(JsonMode.SCHEMA, null, null))
        .withMessage("metric.schema is missing; mode SCHEMA needs a JSON Schema");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new JsonMetric(JsonMode.SCHEMA, NullNode.getInstance(), null))
        .withMessageContaining("metric.schema is missing");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new JsonMetric(JsonMode.FIELDS, SCHEMA, null))
        .withMessage("metric.schema is given; mode FIELDS has none, only mode SCHEMA has");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new JsonMetric(JsonMode.VALID, null, Map.of("a", 1.0)))
        .withMessage("metric.weights is given; mode VALID has none, only mode FIELDS has");
  }

  @Test
  void shouldRefuseASchemaThatIsNoObjectOrTooLong() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> new JsonMetric(JsonMode.SCHEMA, JsonNodeFactory.instance.booleanNode(true), null))
        .withMessage(
            "metric.schema is a JSON boolean of 4 characters; it must be an object of at most"
                + " 20000");
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                new JsonMetric(
                    JsonMode.SCHEMA,
                    JsonNodeFactory.instance.objectNode().put("title", "x".repeat(20_000)),
                    null))
        .withMessageContaining("it must be an object of at most 20000");
  }

  @ParameterizedTest
  @ValueSource(doubles = {-1, 1000.1, Double.NaN, Double.POSITIVE_INFINITY})
  void shouldRefuseAWeightOutOfRange(double weight) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new JsonMetric(JsonMode.FIELDS, null, Map.of("zip", weight)))
        .withMessage("metric.weights.zip is " + weight + "; must be 0 to 1000");
  }

  @Test
  void shouldRefuseAWeightThatIsMissing() {
    // Given
    Map<String, Double> weights = new HashMap<>();
    weights.put("zip", null);

    // Then
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new JsonMetric(JsonMode.FIELDS, null, weights))
        .withMessage("metric.weights.zip is null; must be 0 to 1000");
  }
}
