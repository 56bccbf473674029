package io.dlpo.core.spec;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.List;
import java.util.Map;

/**
 * Normalizes a spec and adds its defaults, before it is bound to records.
 *
 * @param schema of the spec
 */
record SpecTree(SpecSchema schema) {

  /**
   * Removes known keys that have no value, and replaces enum values with the spelling of the
   * schema. Case is ignored where the schema lists a word in both upper and lower case.
   */
  JsonNode normalized(JsonNode spec) {
    return normalized(spec, schema.root());
  }

  private JsonNode normalized(JsonNode value, JsonNode allowed) {
    if (value.isObject() && allowed.has("properties")) {
      Map<String, JsonNode> known = schema.properties(allowed, value);
      ObjectNode copy = JsonNodeFactory.instance.objectNode();
      value
          .propertyStream()
          .filter(entry -> !entry.getValue().isNull() || !known.containsKey(entry.getKey()))
          .forEach(
              entry ->
                  copy.set(
                      entry.getKey(),
                      normalized(entry.getValue(), known.getOrDefault(entry.getKey(), copy))));
      return copy;
    }
    if (value.isArray() && allowed.at("/items/properties").isObject()) {
      ArrayNode copy = JsonNodeFactory.instance.arrayNode();
      value.forEach(item -> copy.add(normalized(item, allowed.path("items"))));
      return copy;
    }
    if (value.isFloatingPointNumber() && allowed.path("type").asText().equals("integer")) {
      // JSON Schema accepts 5.0 as an integer; a large one would lose digits, so it is refused.
      return TextNode.valueOf(value.asText());
    }
    List<JsonNode> spellings =
        allowed
            .path("enum")
            .valueStream()
            .filter(word -> word.textValue().equalsIgnoreCase(value.textValue()))
            .toList();
    return spellings.size() > 1 ? spellings.getFirst() : value;
  }

  /** The value of a key, or the item of a list at an index. */
  static JsonNode child(JsonNode value, String key) {
    return value.isArray() ? value.path(Integer.parseInt(key)) : value.path(key);
  }

  /**
   * Removes the values that violate the schema, and every object that then lacks a required key, so
   * that the rest can still be checked.
   */
  ObjectNode without(List<Validation.Violation> violations, ObjectNode spec) {
    ObjectNode rest = spec.deepCopy();
    violations.forEach(violation -> remove(rest, violation.path()));
    dropIncomplete(rest, schema.root());
    return rest;
  }

  private static void remove(ObjectNode object, List<String> path) {
    if (path.size() == 1 || object.get(path.getFirst()) instanceof ArrayNode) {
      object.remove(path.getFirst());
    } else if (object.get(path.getFirst()) instanceof ObjectNode inner) {
      remove(inner, path.subList(1, path.size()));
    }
  }

  private void dropIncomplete(ObjectNode object, JsonNode allowed) {
    for (Map.Entry<String, JsonNode> entry : List.copyOf(object.properties())) {
      if (entry.getValue() instanceof ObjectNode inner) {
        JsonNode allowedInner = schema.of(entry.getKey(), allowed, object);
        dropIncomplete(inner, allowedInner);
        JsonNode required = allowedInner.path("required");
        if (required.valueStream().anyMatch(key -> !inner.has(key.textValue()))) {
          object.remove(entry.getKey());
        }
      }
    }
  }

  /** Merges a spec with its profile and adds every default. */
  ObjectNode completed(ObjectNode spec) {
    ObjectNode complete = spec.deepCopy();
    ObjectNode optimizer = complete.withObjectProperty("optimizer");
    fill(complete, "seed", schema.at("seed"));
    fill(optimizer, "profile", schema.at("optimizer.profile"));
    Profiles.layUnder(complete);
    if (complete.at("/dataset/split") instanceof ObjectNode split && !split.has("seed")) {
      split.set("seed", complete.get("seed"));
    }
    fillAll(complete, schema.root());
    return complete;
  }

  private void fillAll(ObjectNode object, JsonNode allowed) {
    schema
        .properties(allowed, object)
        .forEach(
            (key, property) -> {
              fill(object, key, property);
              if (object.get(key) instanceof ObjectNode inner) {
                fillAll(inner, property);
              }
            });
  }

  private static void fill(ObjectNode object, String key, JsonNode property) {
    if (!object.has(key) && property.has("default")) {
      object.set(key, property.get("default").deepCopy());
    }
  }
}
