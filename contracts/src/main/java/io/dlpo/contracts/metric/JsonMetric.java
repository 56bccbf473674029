package io.dlpo.contracts.metric;

import com.fasterxml.jackson.annotation.JsonTypeName;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collections;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The answer is a JSON value, alone or in a code block. Depending on the mode it is right if it is
 * valid JSON or valid against a schema, or its score is the share of the reference's fields that it
 * has right.
 *
 * @param mode what is checked
 * @param schema a JSON Schema 2020-12 of at most {@value #MAX_SCHEMA} characters; only in mode
 *     SCHEMA. Must not be modified
 * @param weights weight of each field, 0 to {@value #MAX_WEIGHT}, 1 by default; only in mode
 *     FIELDS. Null if all weights are 1
 */
@JsonTypeName("json")
public record JsonMetric(
    JsonMode mode, @Nullable JsonNode schema, @Nullable Map<String, Double> weights)
    implements RuleMetric {

  public static final int MAX_SCHEMA = 20_000;
  public static final double MAX_WEIGHT = 1_000;

  public JsonMetric {
    Objects.requireNonNull(mode, "metric.mode is missing; use VALID, SCHEMA or FIELDS");
    schema = schema == null || schema.isNull() ? null : schema;
    if ((schema != null) != (mode == JsonMode.SCHEMA)) {
      throw new IllegalArgumentException(
          "metric.schema is %s; mode %s %s"
              .formatted(
                  schema == null ? "missing" : "given",
                  mode,
                  schema == null ? "needs a JSON Schema" : "has none, only mode SCHEMA has"));
    }
    if (schema != null) {
      check(schema);
    }
    if (weights != null) {
      weights = checked(mode, weights);
    }
  }

  private static void check(JsonNode schema) {
    int length = schema.toString().length();
    if (!schema.isObject() || length > MAX_SCHEMA) {
      throw new IllegalArgumentException(
          "metric.schema is a JSON %s of %d characters; it must be an object of at most %d"
              .formatted(schema.getNodeType().name().toLowerCase(Locale.ROOT), length, MAX_SCHEMA));
    }
  }

  private static Map<String, Double> checked(JsonMode mode, Map<String, Double> weights) {
    if (mode != JsonMode.FIELDS) {
      throw new IllegalArgumentException(
          "metric.weights is given; mode " + mode + " has none, only mode FIELDS has");
    }
    weights.forEach(
        (field, weight) -> {
          if (weight == null || !(weight >= 0 && weight <= MAX_WEIGHT)) {
            throw new IllegalArgumentException(
                "metric.weights.%s is %s; must be 0 to %.0f".formatted(field, weight, MAX_WEIGHT));
          }
        });
    return Collections.unmodifiableMap(new TreeMap<>(weights));
  }

  /** The weight of a field. */
  public double weightOf(String field) {
    return weights == null ? 1 : weights.getOrDefault(field, 1.0);
  }

  @Override
  public String answerFormat() {
    return switch (mode) {
      case VALID -> "Reply with one JSON value and nothing else.";
      case FIELDS -> "Reply with one JSON object and nothing else.";
      case SCHEMA ->
          "Reply with one JSON value and nothing else. It must be valid against this JSON Schema: "
              + schema;
    };
  }

  @Override
  public Optional<String> problemWith(String reference) {
    return mode == JsonMode.FIELDS ? problemWithFields(reference) : Optional.empty();
  }

  private Optional<String> problemWithFields(String reference) {
    try {
      JsonNode value = JsonText.read(reference);
      boolean counts = value.propertyStream().anyMatch(field -> weightOf(field.getKey()) > 0);
      return value.isObject() && counts
          ? Optional.empty()
          : Optional.of(
              "has no field with a weight; use a JSON object with at least one, such as"
                  + " {\"city\": \"Paris\"}");
    } catch (JsonProcessingException e) {
      return Optional.of(
          "is not JSON (" + e.getOriginalMessage() + "); use a JSON object with fields");
    }
  }
}
