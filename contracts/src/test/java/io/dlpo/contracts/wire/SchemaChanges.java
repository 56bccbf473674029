package io.dlpo.contracts.wire;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;

/**
 * What separates a schema from the released one of the same event. An event may gain optional
 * fields, and values in lists of values. Anything else breaks consumers or producers of the
 * release: a consumer misses a field that is gone, a producer does not write one that is newly
 * required.
 */
final class SchemaChanges {

  /** What says which values a field has. Descriptions and examples may change. */
  private static final List<String> FORM =
      List.of(
          "type",
          "format",
          "const",
          "$ref",
          "minimum",
          "maximum",
          "minLength",
          "maxLength",
          "pattern");

  private final List<String> breaking = new ArrayList<>();

  private SchemaChanges() {}

  /** The changes that break compatibility; each names the field and what is wrong. */
  static List<String> breaking(JsonNode released, JsonNode now) {
    SchemaChanges changes = new SchemaChanges();
    changes.compare("event", released, now);
    for (Map.Entry<String, JsonNode> type : released.path("$defs").properties()) {
      JsonNode other = now.path("$defs").path(type.getKey());
      if (other.isMissingNode()) {
        changes.breaking.add("the type " + type.getKey() + " is gone");
      } else {
        changes.compare(type.getKey(), type.getValue(), other);
      }
    }
    return List.copyOf(changes.breaking);
  }

  private void compare(String at, JsonNode released, JsonNode now) {
    for (String keyword : FORM) {
      if (!released.path(keyword).equals(now.path(keyword))) {
        breaking.add(
            "%s: %s was %s and is %s"
                .formatted(at, keyword, released.path(keyword), now.path(keyword)));
      }
    }
    gone(at, "a value", texts(released.path("enum")), texts(now.path("enum")));
    gone(at, "a kind", texts(released.path("anyOf")), texts(now.path("anyOf")));
    fields(at, released, now);
    elements(at + "[]", "items", released, now);
    elements(at + ".*", "additionalProperties", released, now);
  }

  private void elements(String at, String keyword, JsonNode released, JsonNode now) {
    if (released.has(keyword) || now.has(keyword)) {
      compare(at, released.path(keyword), now.path(keyword));
    }
  }

  private void fields(String at, JsonNode released, JsonNode now) {
    for (Map.Entry<String, JsonNode> field : released.path("properties").properties()) {
      String name = at + "." + field.getKey();
      JsonNode other = now.path("properties").path(field.getKey());
      if (other.isMissingNode()) {
        breaking.add(name + " is gone");
      } else {
        compare(name, field.getValue(), other);
      }
    }
    Set<String> before = texts(released.path("required"));
    Set<String> after = texts(now.path("required"));
    gone(at, "required", before, after);
    gone(at, "optional", after, before);
  }

  private void gone(String at, String what, Set<String> before, Set<String> after) {
    Set<String> gone = new TreeSet<>(before);
    gone.removeAll(after);
    gone.forEach(one -> breaking.add("%s: %s is no longer %s".formatted(at, one, what)));
  }

  private static Set<String> texts(JsonNode list) {
    Set<String> texts = new TreeSet<>();
    list.forEach(
        item -> texts.add(item.has("$ref") ? item.get("$ref").asString() : item.asString()));
    return texts;
  }
}
