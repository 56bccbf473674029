package io.dlpo.contracts.wire;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Brings a generated schema into the form that is published. The generator describes each kind of a
 * sealed type twice, with and without the property that names the kind, and describes a field of
 * such a type once for each kind.
 */
final class SchemaForm {

  /** The generator's names: the kind itself, and the kind with the property that names it. */
  private static final String PLAIN = "-1";

  private static final String NAMED = "-2";
  private static final Pattern REFERENCE = Pattern.compile("(#/\\$defs/[^\"]+)" + NAMED + "\"");
  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  private SchemaForm() {}

  static ObjectNode published(ObjectNode generated) {
    ObjectNode schema = generated.deepCopy();
    if (schema.get("$defs") instanceof ObjectNode definitions) {
      schema.set("$defs", merged(definitions));
    }
    Matcher references = REFERENCE.matcher(schema.toString());
    ObjectNode renamed = (ObjectNode) MAPPER.readTree(references.replaceAll("$1\""));
    renamed.findParents("anyOf").forEach(field -> describeOnce((ObjectNode) field));
    return renamed;
  }

  /** One definition for each kind, with the name of its record. */
  private static ObjectNode merged(ObjectNode definitions) {
    Map<String, JsonNode> all = new TreeMap<>();
    for (Map.Entry<String, JsonNode> entry : definitions.properties()) {
      String name = entry.getKey();
      String kind = name.replaceFirst("-[12]$", "");
      if (name.equals(kind + NAMED)) {
        all.put(kind, kind(entry.getValue(), definitions.get(kind + PLAIN)));
      } else if (!name.equals(kind + PLAIN)) {
        all.put(name, entry.getValue());
      }
    }
    ObjectNode merged = definitions.objectNode();
    all.forEach(merged::set);
    return merged;
  }

  private static ObjectNode kind(JsonNode named, JsonNode plain) {
    ObjectNode merged = (ObjectNode) plain.deepCopy();
    ObjectNode properties = merged.objectNode();
    named
        .path("properties")
        .properties()
        .forEach(
            entry ->
                properties.set(
                    entry.getKey(),
                    ((ObjectNode) entry.getValue()).put("description", "Names the kind")));
    plain
        .path("properties")
        .properties()
        .forEach(entry -> properties.set(entry.getKey(), entry.getValue()));
    merged.set("properties", properties);
    ArrayNode required = merged.putArray("required");
    List.of(named, plain).forEach(each -> each.path("required").forEach(required::add));
    return merged;
  }

  private static void describeOnce(ObjectNode field) {
    List<String> descriptions =
        field
            .get("anyOf")
            .valueStream()
            .map(kind -> kind.path("description").asString())
            .distinct()
            .toList();
    if (descriptions.size() == 1) {
      field.put("description", descriptions.getFirst());
      field.get("anyOf").forEach(kind -> ((ObjectNode) kind).remove("description"));
    }
  }
}
