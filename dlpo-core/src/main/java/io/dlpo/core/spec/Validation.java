package io.dlpo.core.spec;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.Error;
import com.networknt.schema.path.NodePath;
import io.dlpo.core.refusal.Problem;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Validates a spec against the schema and describes each violation in terms of the spec.
 *
 * @param schema the published schema
 * @param spec as the user wrote it
 */
record Validation(SpecSchema schema, JsonNode spec) {

  private static final String UNKNOWN_KEY = "additionalProperties";

  /**
   * A violation of the schema.
   *
   * @param path the keys from the root, including the key that is missing or unknown
   * @param problem the violation as reported to the user
   */
  record Violation(List<String> path, Problem problem) {}

  /** All violations, at most one per path. */
  List<Violation> violations() {
    Map<List<String>, Violation> found = new LinkedHashMap<>();
    for (Error error : schema.errors(spec)) {
      Violation violation = violation(error);
      found.putIfAbsent(violation.path(), violation);
    }
    return List.copyOf(found.values());
  }

  /** The paths of all unknown keys, each once. */
  List<String> unknownKeys() {
    return schema.errors(spec).stream()
        .filter(error -> error.getKeyword().equals(UNKNOWN_KEY))
        .map(error -> key(within(keys(error.getInstanceLocation()), error.getProperty())))
        .distinct()
        .toList();
  }

  private Violation violation(Error error) {
    List<String> path = keys(error.getInstanceLocation());
    return switch (error.getKeyword()) {
      case "required" ->
          error.getEvaluationPath().contains("anyOf")
              ? noneOf(path)
              : required(within(path, error.getProperty()));
      case UNKNOWN_KEY -> unknown(path, error.getProperty());
      default -> mustBe(path);
    };
  }

  private Violation mustBe(List<String> path) {
    String value = shown(at(path));
    String allowed =
        value.indexOf('\0') >= 0
            ? "a text without the character NUL"
            : AllowedValue.in(schema.at(path, spec));
    return new Violation(path, Wording.mustBe(key(path), value, allowed));
  }

  private Violation required(List<String> path) {
    return new Violation(
        path, Wording.required(key(path), AllowedValue.missing(schema.at(path, spec))));
  }

  /** An object that has none of the keys of which it needs at least one. */
  private Violation noneOf(List<String> path) {
    List<String> keys =
        schema
            .at(path, spec)
            .path("anyOf")
            .valueStream()
            .map(branch -> branch.at("/required/0").textValue())
            .toList();
    String allowed = "an object with one or more of the keys " + String.join(", ", keys);
    return new Violation(path, Wording.mustBe(key(path), shown(at(path)), allowed));
  }

  private Violation unknown(List<String> object, String key) {
    List<String> path = within(object, key);
    Set<String> known = schema.properties(schema.at(object, spec), at(object)).keySet();
    return new Violation(path, Wording.unknown(key(path), key, known));
  }

  private JsonNode at(List<String> path) {
    JsonNode value = spec;
    for (String key : path) {
      value = SpecTree.child(value, key);
    }
    return value;
  }

  /** The keys and indexes of a location. For an item that is no object, the keys of its list. */
  private List<String> keys(NodePath location) {
    List<String> keys = new ArrayList<>();
    for (int i = 0; i < location.getNameCount(); i++) {
      String key = String.valueOf(location.getElement(i));
      if (at(keys).isArray() && !schema.at(keys, spec).at("/items/properties").isObject()) {
        break;
      }
      keys.add(key);
    }
    return List.copyOf(keys);
  }

  private static List<String> within(List<String> path, String key) {
    return Stream.concat(path.stream(), Stream.of(key)).toList();
  }

  /** Such as {@code messages[1].role}; the first item of a list has the index 0. */
  private String key(List<String> path) {
    StringBuilder key = new StringBuilder();
    for (int i = 0; i < path.size(); i++) {
      boolean isIndex = at(path.subList(0, i)).isArray();
      key.append(isIndex ? "[" + path.get(i) + "]" : (i == 0 ? "" : ".") + path.get(i));
    }
    return key.isEmpty() ? "spec" : key.toString();
  }

  private static String shown(JsonNode value) {
    return value.isTextual() ? value.textValue() : value.toString();
  }
}
