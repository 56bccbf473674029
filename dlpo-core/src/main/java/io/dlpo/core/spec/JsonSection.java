package io.dlpo.core.spec;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.dlpo.contracts.evaluation.Example;
import io.dlpo.contracts.metric.JsonMetric;
import io.dlpo.contracts.metric.JsonMode;
import io.dlpo.contracts.metric.JsonText;
import io.dlpo.contracts.metric.Metric;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Reads a metric of type {@code json}.
 *
 * @param metric the section {@code metric}
 */
record JsonSection(Section metric) {

  private static final Bounds WEIGHT =
      new Bounds(w -> w >= 0 && w <= JsonMetric.MAX_WEIGHT, "a number from 0 to 1000");

  /**
   * The metric; null after a problem.
   *
   * @param examples whose references have the fields that weights may name
   * @throws IllegalArgumentException if what is given does not fit together
   */
  @Nullable Metric read(List<Example> examples) {
    JsonMode mode = metric.oneOf("mode", JsonMode.class, JsonMode.VALID);
    JsonNode schema = metric.object("schema");
    Map<String, Double> weights = metric.numbers("weights", WEIGHT);
    if (metric.has("schema") && schema == null) {
      return null;
    }
    Metric read = new JsonMetric(mode, schema, weights);
    if (schema != null) {
      SchemaCheck.problemWith(schema).ifPresent(problem -> metric.refuse("schema", problem));
    }
    if (weights != null) {
      checkFields(weights.keySet(), examples);
    }
    return read;
  }

  /** A weight for a field that is nowhere would go unnoticed. */
  private void checkFields(Set<String> weighted, List<Example> examples) {
    Set<String> unknown = new TreeSet<>(weighted);
    for (Example example : examples) {
      if (unknown.isEmpty()) {
        return;
      }
      fieldsOf(example).forEach(unknown::remove);
    }
    if (!examples.isEmpty() && !unknown.isEmpty()) {
      metric.refuse(
          "weights", "fields that some reference has; none has " + String.join(", ", unknown));
    }
  }

  private static List<String> fieldsOf(Example example) {
    try {
      return JsonText.read(example.reference()).propertyStream().map(Map.Entry::getKey).toList();
    } catch (JsonProcessingException e) {
      // Named as a reference that the metric cannot read.
      return List.of();
    }
  }
}
