package io.dlpo.contracts.wire;

import java.util.Locale;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/**
 * Writes the fields of types as Markdown.
 *
 * @param definitions the definitions of the schema that has the types
 */
record FieldTable(JsonNode definitions) {

  private static final String DEFINITIONS = "#/$defs/";

  /** The fields of a type with their types and descriptions. */
  String of(JsonNode type) {
    return type.path("properties").properties().stream()
        .map(
            field ->
                "| `%s` | %s%s | %s |\n"
                    .formatted(
                        field.getKey(),
                        type(field.getValue()),
                        isRequired(type, field.getKey()) ? "" : ", optional",
                        cell(field.getValue().path("description").asString())))
        .collect(Collectors.joining("", "| field | type | description |\n|---|---|---|\n", ""));
  }

  private String type(JsonNode schema) {
    if (schema.has("anyOf")) {
      return schema.get("anyOf").valueStream().map(this::type).collect(Collectors.joining(" or "));
    }
    if (schema.has("$ref")) {
      String name = schema.get("$ref").asString().substring(DEFINITIONS.length());
      JsonNode definition = definitions.get(name);
      return definition.has("properties")
          ? "[%s](#%s)".formatted(name, name.toLowerCase(Locale.ROOT))
          : type(definition);
    }
    if (schema.has("items")) {
      return "list of " + type(schema.get("items"));
    }
    if (schema.has("additionalProperties")) {
      return "object of " + type(schema.get("additionalProperties"));
    }
    if (schema.has("enum")) {
      return schema
          .get("enum")
          .valueStream()
          .map(value -> "`" + value.asString() + "`")
          .collect(Collectors.joining(", "));
    }
    return schema.has("const")
        ? "`" + schema.get("const").asString() + "`"
        : schema.get("type").asString();
  }

  private static boolean isRequired(JsonNode type, String field) {
    return type.path("required").valueStream().anyMatch(name -> name.asString().equals(field));
  }

  /** A text for a cell of a table. */
  static String cell(String text) {
    return text.replace("|", "\\|").replace("<", "&lt;");
  }
}
