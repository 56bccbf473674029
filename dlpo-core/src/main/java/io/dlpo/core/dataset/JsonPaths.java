package io.dlpo.core.dataset;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Optional;

/** Values within columns that hold JSON. */
final class JsonPaths {

  private JsonPaths() {}

  /** The text at a path; empty if there is none, or if it is null. */
  static Optional<String> value(Map<String, String> columns, String path) {
    String[] steps = path.split("\\.", -1);
    String column = columns.get(steps[0]);
    if (steps.length == 1 || column == null) {
      return Optional.empty();
    }
    JsonNode node = tree(column);
    for (int i = 1; i < steps.length; i++) {
      node =
          node.isArray() && steps[i].matches("\\d{1,6}")
              ? node.path(Integer.parseInt(steps[i]))
              : node.path(steps[i]);
    }
    return node.isMissingNode() || node.isNull()
        ? Optional.empty()
        : Optional.of(node.isTextual() ? node.textValue() : node.toString());
  }

  private static JsonNode tree(String column) {
    try {
      return JsonLines.MAPPER.readTree(column);
    } catch (JsonProcessingException e) {
      return JsonLines.MAPPER.missingNode();
    }
  }
}
