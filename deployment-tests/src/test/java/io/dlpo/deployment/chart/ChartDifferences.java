package io.dlpo.deployment.chart;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.dlpo.deployment.manifest.Manifest;
import io.dlpo.deployment.manifest.Manifests;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Compares what Kustomize and Helm render, document by document and field by field. Left out is
 * what must differ: the namespace, which Helm makes itself or finds; who manages an object, from
 * which chart and version; and how a changed config map rolls pods, by its name or by an
 * annotation.
 */
final class ChartDifferences {

  private static final Pattern HASHED = Pattern.compile("(.+)-[a-z0-9]{10}");
  private static final Set<String> DIFFERENT_LABELS =
      Set.of("app.kubernetes.io/managed-by", "app.kubernetes.io/version", "helm.sh/chart");

  /** Lists that Kubernetes merges by name: their order says nothing here. */
  private static final Set<String> NAMED_LISTS = Set.of("env", "volumes", "volumeMounts");

  private ChartDifferences() {}

  /** Each difference in a line that names document, field and both values. */
  static List<String> between(Manifests kustomize, Manifests helm) {
    Map<String, ObjectNode> expected = comparable(kustomize);
    Map<String, ObjectNode> actual = comparable(helm);
    List<String> differences = new ArrayList<>();
    Set<String> ids = new TreeSet<>(expected.keySet());
    ids.addAll(actual.keySet());
    for (String id : ids) {
      if (!actual.containsKey(id)) {
        differences.add(id + " is rendered by Kustomize only");
      } else if (!expected.containsKey(id)) {
        differences.add(id + " is rendered by Helm only");
      } else {
        compare(id + " ", expected.get(id), actual.get(id), differences);
      }
    }
    return differences;
  }

  private static void compare(
      String path, JsonNode expected, JsonNode actual, List<String> differences) {
    if (expected.isObject() && actual.isObject()) {
      Set<String> fields = new TreeSet<>();
      expected.fieldNames().forEachRemaining(fields::add);
      actual.fieldNames().forEachRemaining(fields::add);
      fields.forEach(
          field ->
              compare(
                  path + "/" + field.replace("/", "~1"),
                  expected.path(field),
                  actual.path(field),
                  differences));
    } else if (expected.isArray() && actual.isArray()) {
      for (int entry = 0; entry < Math.max(expected.size(), actual.size()); entry++) {
        compare(path + "/" + entry, expected.path(entry), actual.path(entry), differences);
      }
    } else if (!expected.equals(actual)) {
      differences.add(path + ": Kustomize " + show(expected) + ", Helm " + show(actual));
    }
  }

  private static String show(JsonNode value) {
    return value.isMissingNode() ? "nothing" : value.toString();
  }

  private static Map<String, ObjectNode> comparable(Manifests manifests) {
    Map<String, String> plainNames =
        manifests
            .ofKind("ConfigMap")
            .map(Manifest::name)
            .map(HASHED::matcher)
            .filter(Matcher::matches)
            .collect(Collectors.toMap(Matcher::group, name -> name.group(1)));
    return manifests.copy().all().stream()
        .filter(manifest -> !manifest.kind().equals("Namespace"))
        .filter(manifest -> !manifest.at("/metadata/annotations").has("helm.sh/hook"))
        .map(Manifest::json)
        .peek(document -> simplify(document, plainNames))
        .collect(
            Collectors.toMap(
                document -> new Manifest(document).id(),
                document -> document,
                (one, other) -> {
                  throw new IllegalArgumentException(new Manifest(one).id() + " is there twice");
                },
                TreeMap::new));
  }

  private static void simplify(JsonNode node, Map<String, String> plainNames) {
    if (node instanceof ObjectNode object) {
      if (object.get("labels") instanceof ObjectNode labels) {
        labels.remove(DIFFERENT_LABELS);
      }
      if (object.get("annotations") instanceof ObjectNode annotations) {
        removeChecksums(object, annotations);
      }
      NAMED_LISTS.stream()
          .map(object::get)
          .filter(ArrayNode.class::isInstance)
          .forEach(list -> sort((ArrayNode) list));
      if (plainNames.containsKey(object.path("name").asText())) {
        object.set("name", TextNode.valueOf(plainNames.get(object.path("name").asText())));
      }
    }
    node.forEach(child -> simplify(child, plainNames));
  }

  private static void removeChecksums(ObjectNode owner, ObjectNode annotations) {
    annotations.remove(
        annotations
            .propertyStream()
            .map(Map.Entry::getKey)
            .filter(key -> key.startsWith("checksum/"))
            .toList());
    if (annotations.isEmpty()) {
      owner.remove("annotations");
    }
  }

  private static void sort(ArrayNode list) {
    List<JsonNode> sorted = new ArrayList<>();
    list.forEach(sorted::add);
    sorted.sort(Comparator.comparing(entry -> entry.path("name").asText()));
    list.removeAll();
    list.addAll(sorted);
  }
}
