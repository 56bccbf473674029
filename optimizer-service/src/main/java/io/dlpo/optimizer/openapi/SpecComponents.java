package io.dlpo.optimizer.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dlpo.core.spec.SpecReader;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * The published JSON Schema of a run's spec as components of an OpenAPI document, in the form that
 * generators of clients understand: each definition is a component, an enumeration has one spelling
 * of each value, and no title becomes the name of a class.
 */
final class SpecComponents {

  private static final String SPEC = "RunSpec";
  private static final String DEFINITIONS = "$defs";
  private static final String REFERENCE = "$ref";
  private static final List<String> DROPPED = List.of("$schema", "$id", "$comment", "title");

  private SpecComponents() {}

  /** Returns the components by name. */
  static ObjectNode schemas() {
    ObjectNode root = (ObjectNode) SpecReader.publishedSchema();
    ObjectNode schemas = JsonNodeFactory.instance.objectNode();
    JsonNode definitions = root.remove(DEFINITIONS);
    schemas.set(SPEC, adapted(root));
    definitions
        .properties()
        .forEach(
            definition ->
                schemas.set(component(definition.getKey()), adapted(definition.getValue())));
    return schemas;
  }

  private static String component(String definition) {
    return SPEC + definition.substring(0, 1).toUpperCase(Locale.ROOT) + definition.substring(1);
  }

  /** Adapts a schema, in place. The keys of {@code properties} are no keywords. */
  private static JsonNode adapted(JsonNode schema) {
    if (schema instanceof ObjectNode object) {
      object.remove(DROPPED);
      if (object.path("enum") instanceof ArrayNode values) {
        object.set("enum", distinct(values));
      }
      if (object.path(REFERENCE).isTextual()) {
        String definition = object.path(REFERENCE).textValue().replaceFirst(".*/", "");
        object.put(REFERENCE, "#/components/schemas/" + component(definition));
      }
      object
          .properties()
          .forEach(
              entry -> {
                if (entry.getKey().equals("properties")) {
                  entry.getValue().forEach(SpecComponents::adapted);
                } else if (!entry.getKey().equals("examples")) {
                  adapted(entry.getValue());
                }
              });
    } else if (schema.isArray()) {
      schema.forEach(SpecComponents::adapted);
    }
    return schema;
  }

  private static ArrayNode distinct(ArrayNode values) {
    Set<String> seen = new HashSet<>();
    ArrayNode distinct = JsonNodeFactory.instance.arrayNode();
    values.forEach(
        value -> {
          if (seen.add(value.asText().toLowerCase(Locale.ROOT))) {
            distinct.add(value);
          }
        });
    return distinct;
  }
}
