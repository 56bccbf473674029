package io.dlpo.core.spec;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dlpo.contracts.evaluation.Engine;
import io.dlpo.contracts.evaluation.Example;
import io.dlpo.contracts.metric.ChoiceMetric;
import io.dlpo.contracts.metric.JsonMetric;
import io.dlpo.contracts.metric.JsonText;
import io.dlpo.contracts.metric.Metric;
import io.dlpo.contracts.metric.WebhookMetric;
import io.dlpo.core.refusal.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Reads a metric that is valid against the schema and checks it against the dataset.
 *
 * @param backward the judge if the spec names none
 * @param examples of the dataset
 * @param problems collects the problems found
 */
record MetricReader(Engine backward, List<Example> examples, List<Problem> problems) {

  private static final ObjectMapper MAPPER = new ObjectMapper();

  /** The metric; null if it has a problem. */
  @Nullable Metric read(ObjectNode section) {
    String type = section.path("type").textValue();
    ObjectNode complete = section.deepCopy();
    if (type.equals("judge") && !complete.has("engine")) {
      complete.set("engine", MAPPER.valueToTree(backward));
    }
    if (type.equals("choice") && !complete.has("options") && !addOptions(complete)) {
      return null;
    }
    try {
      Metric metric = MAPPER.treeToValue(complete, Metric.class);
      return check(metric) ? metric : null;
    } catch (ValueInstantiationException e) {
      problems.add(
          new Problem(
              "metric", type, "see the message", String.valueOf(e.getCause().getMessage())));
      return null;
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("the schema takes what the metric refuses", e);
    }
  }

  private boolean check(Metric metric) {
    return switch (metric) {
      case WebhookMetric webhook -> check(webhook);
      case JsonMetric json -> check(json);
      default -> true;
    };
  }

  private boolean check(WebhookMetric webhook) {
    Optional<String> secret = SecretParameter.in(webhook.target());
    // The problem must not repeat the address.
    secret.ifPresent(
        name ->
            problems.add(
                new Problem(
                    "metric.url",
                    null,
                    SecretParameter.ALLOWED,
                    "`metric.url` has the parameter '%s', which looks like a secret; it must be %s"
                        .formatted(name, SecretParameter.ALLOWED))));
    return secret.isEmpty();
  }

  private boolean check(JsonMetric json) {
    if (json.schema() != null) {
      String schema = json.schema().toString();
      SchemaCheck.problemWith(json.schema())
          .ifPresent(allowed -> problems.add(Wording.mustBe("metric.schema", schema, allowed)));
    }
    if (json.weights() != null) {
      checkFields(json.weights());
    }
    return true;
  }

  /** Reports weights of fields that no reference has; they would have no effect. */
  private void checkFields(Map<String, Double> weights) {
    Set<String> unknown = new TreeSet<>(weights.keySet());
    for (Example example : examples) {
      if (unknown.isEmpty()) {
        return;
      }
      fieldsOf(example).forEach(unknown::remove);
    }
    if (!examples.isEmpty() && !unknown.isEmpty()) {
      problems.add(
          Wording.mustBe(
              "metric.weights",
              weights.toString(),
              "by fields that some reference has; none has " + String.join(", ", unknown)));
    }
  }

  private static List<String> fieldsOf(Example example) {
    try {
      return JsonText.read(example.reference()).propertyStream().map(Map.Entry::getKey).toList();
    } catch (JsonProcessingException e) {
      // Reported elsewhere, as a reference that the metric cannot read.
      return List.of();
    }
  }

  /** Uses the references as options if a choice metric has no options. */
  private boolean addOptions(ObjectNode choice) {
    List<String> references = references();
    if (references.size() > ChoiceMetric.MAX_OPTIONS) {
      problems.add(
          Wording.required(
              "metric.options",
              "the dataset has over %d different references, too many to be taken as options"
                  .formatted(ChoiceMetric.MAX_OPTIONS)));
    }
    ArrayNode options = choice.putArray("options");
    references.forEach(options::add);
    return !references.isEmpty() && references.size() <= ChoiceMetric.MAX_OPTIONS;
  }

  /** The distinct references. Of several spellings of one option, the first in order is used. */
  private List<String> references() {
    List<String> references = new ArrayList<>();
    for (String reference : new TreeSet<>(examples.stream().map(Example::reference).toList())) {
      boolean known = references.stream().anyMatch(one -> ChoiceMetric.same(one, reference));
      if (!known && !reference.isBlank()) {
        references.add(reference.strip());
      }
      if (references.size() > ChoiceMetric.MAX_OPTIONS) {
        break;
      }
    }
    return references;
  }
}
