package io.dlpo.contracts.wire;

import java.util.HashMap;
import java.util.Map;
import java.util.function.BiConsumer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Examples for the fields of schemas, taken from samples. The first value of a field counts. */
final class SchemaExamples {

  private static final String DEFINITIONS = "#/$defs/";

  /** Values by the type that has the field, and the field. */
  private final Map<String, Map<String, JsonNode>> values = new HashMap<>();

  /** Whole events by the titles of their schemas. */
  private final Map<String, JsonNode> events = new HashMap<>();

  /** Takes the values of a sample, which is valid against the schema. */
  void collect(JsonNode schema, JsonNode sample) {
    events.putIfAbsent(title(schema), sample);
    collect(schema, title(schema), schema, sample);
  }

  private void collect(JsonNode root, String owner, JsonNode schema, JsonNode value) {
    if (schema.has("$ref")) {
      String name = schema.get("$ref").asString().substring(DEFINITIONS.length());
      collect(root, name, root.get("$defs").get(name), value);
    }
    schema
        .path("anyOf")
        .valueStream()
        .filter(kind -> isOfKind(root, kind, value))
        .forEach(kind -> collect(root, owner, kind, value));
    schema
        .path("properties")
        .properties()
        .forEach(
            property -> {
              JsonNode field = value.path(property.getKey());
              if (!field.isMissingNode()) {
                values
                    .computeIfAbsent(owner, key -> new HashMap<>())
                    .putIfAbsent(property.getKey(), field);
                collect(root, owner, property.getValue(), field);
              }
            });
    if (schema.has("items")) {
      value.forEach(item -> collect(root, owner, schema.get("items"), item));
    }
  }

  private static boolean isOfKind(JsonNode root, JsonNode kind, JsonNode value) {
    String name = kind.get("$ref").asString().substring(DEFINITIONS.length());
    JsonNode constant = root.get("$defs").get(name).at("/properties/type/const");
    return constant.equals(value.path("type"));
  }

  /** Gives the schema and each of its fields an example, if a sample has one. */
  void addTo(ObjectNode schema) {
    BiConsumer<String, JsonNode> add =
        (owner, type) -> type.path("properties").properties().forEach(field -> addTo(owner, field));
    add.accept(title(schema), schema);
    schema.path("$defs").properties().forEach(type -> add.accept(type.getKey(), type.getValue()));
    if (events.containsKey(title(schema))) {
      schema.putArray("examples").add(events.get(title(schema)));
    }
  }

  private void addTo(String owner, Map.Entry<String, JsonNode> field) {
    JsonNode value = values.getOrDefault(owner, Map.of()).get(field.getKey());
    if (value != null) {
      ((ObjectNode) field.getValue()).putArray("examples").add(value);
    }
  }

  private static String title(JsonNode schema) {
    return schema.get("title").asString();
  }
}
