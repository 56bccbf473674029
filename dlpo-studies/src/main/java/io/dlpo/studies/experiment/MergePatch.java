package io.dlpo.studies.experiment;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * One spec over another, as JSON Merge Patch (RFC 7396) has it: objects are merged key by key, any
 * other value takes the place of what was there, and null takes a key away.
 */
final class MergePatch {

  private MergePatch() {}

  /** Leaves both as they are. */
  static ObjectNode apply(ObjectNode target, ObjectNode patch) {
    ObjectNode merged = target.deepCopy();
    patch.properties().forEach(entry -> put(merged, entry.getKey(), entry.getValue()));
    return merged;
  }

  private static void put(ObjectNode merged, String key, JsonNode value) {
    if (value.isNull()) {
      merged.remove(key);
    } else if (value instanceof ObjectNode patch) {
      ObjectNode target =
          merged.get(key) instanceof ObjectNode object
              ? object
              : JsonNodeFactory.instance.objectNode();
      merged.set(key, apply(target, patch));
    } else {
      merged.set(key, value.deepCopy());
    }
  }
}
