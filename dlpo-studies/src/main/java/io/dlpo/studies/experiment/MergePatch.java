package io.dlpo.studies.experiment;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * Applies a JSON Merge Patch (RFC 7396): merges objects by key, replaces other values, and removes
 * keys that are null in the patch.
 */
final class MergePatch {

  private MergePatch() {}

  /** Returns a copy; neither argument is changed. */
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
