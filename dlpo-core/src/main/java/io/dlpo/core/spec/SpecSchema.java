package io.dlpo.core.spec;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * The published JSON Schema of a spec, as the service uses it: the dlpo CLI has replaced {@code
 * file} and {@code format} with {@code dataset.id}, and the file of a prompt with what it contains.
 *
 * @param root the schema
 * @param validator the compiled schema
 */
record SpecSchema(JsonNode root, Schema validator) {

  private static final String FILE = "/dlpo/spec.schema.json";

  static final SpecSchema PUBLISHED = load();

  private static SpecSchema load() {
    try (InputStream file = SpecSchema.class.getResourceAsStream(FILE)) {
      JsonNode schema =
          new ObjectMapper().readTree(Objects.requireNonNull(file, FILE + " is not packaged"));
      ObjectNode dataset = (ObjectNode) schema.at("/properties/dataset");
      dataset.remove("anyOf");
      dataset.withArray("required").add("id");
      ((ObjectNode) dataset.path("properties")).remove(List.of("file", "format"));
      // SpecReader says it in words.
      ((ObjectNode) schema).remove("oneOf");
      ObjectNode prompt = (ObjectNode) schema.at("/properties/prompt");
      prompt.setAll((ObjectNode) prompt.path("anyOf").path(0));
      prompt.remove("anyOf");
      return new SpecSchema(
          schema,
          SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
              .getSchema(schema.toString()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The validation errors of a spec. */
  List<Error> errors(JsonNode spec) {
    return validator.validate(spec.toString(), InputFormat.JSON);
  }

  /**
   * The schemas of an object's keys, in the order of the schema file.
   *
   * @param schema of the object
   * @param object determines which conditional keys apply
   */
  Map<String, JsonNode> properties(JsonNode schema, JsonNode object) {
    Map<String, JsonNode> properties = new LinkedHashMap<>();
    schema
        .path("properties")
        .propertyStream()
        .forEach(p -> properties.put(p.getKey(), p.getValue()));
    for (JsonNode branch : schema.path("allOf")) {
      if (applies(branch.path("if"), object)) {
        branch
            .at("/then/properties")
            .propertyStream()
            .forEach(p -> properties.putIfAbsent(p.getKey(), p.getValue()));
      }
    }
    properties.replaceAll((key, property) -> resolved(property));
    return properties;
  }

  /** The schema of a key of an object; missing if the object does not have this key. */
  JsonNode of(String key, JsonNode schema, JsonNode object) {
    JsonNode others = schema.path("additionalProperties");
    return properties(schema, object)
        .getOrDefault(key, others.isObject() ? others : MissingNode.getInstance());
  }

  /** The schema at a path in a spec; missing if the schema does not define the path. */
  JsonNode at(List<String> path, JsonNode spec) {
    JsonNode schema = root;
    JsonNode value = spec;
    for (String key : path) {
      schema = value.isArray() ? resolved(schema.path("items")) : of(key, schema, value);
      value = SpecTree.child(value, key);
    }
    return schema;
  }

  /** The schema of a key that does not depend on the spec, such as {@code optimizer.steps}. */
  JsonNode at(String key) {
    return at(List.of(key.split("\\.")), MissingNode.getInstance());
  }

  /** Adds the keywords of the schema's {@code $ref}. Its own keywords take precedence. */
  private JsonNode resolved(JsonNode schema) {
    if (!schema.has("$ref")) {
      return schema;
    }
    ObjectNode target = resolved(root.at(schema.path("$ref").textValue().substring(1))).deepCopy();
    return target.setAll((ObjectNode) schema);
  }

  private static boolean applies(JsonNode condition, JsonNode object) {
    JsonNode expected = condition.at("/properties/type");
    JsonNode type = object.path("type");
    return expected.path("const").equals(type)
        || expected.path("enum").valueStream().anyMatch(type::equals);
  }
}
