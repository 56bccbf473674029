package io.dlpo.core.update;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dlpo.contracts.evaluation.CallPurpose;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;

/**
 * The form of a reply to an update request, for endpoints that can hold a model to a JSON Schema.
 * The request says it in words, too.
 *
 * @param name name of the form
 * @param schema the JSON Schema
 */
public record ReplySchema(String name, JsonNode schema) {

  private static final ReplySchema EDITS = packaged("edits");
  private static final ReplySchema SHORTENING = packaged("shortening");
  private static final ReplySchema FEATURES = packaged("features");

  /**
   * Returns the form that a kind of request asks for.
   *
   * @param form what an update asks for
   */
  static ReplySchema of(CallPurpose kind, UpdateForm form) {
    return switch (kind) {
      case CONTRAST -> FEATURES;
      case REGULARIZATION -> SHORTENING;
      default -> form.isPlain() ? EDITS : update(form);
    };
  }

  /** The gradient, if the update writes it, and the edits or several sets of them. */
  private static ReplySchema update(UpdateForm form) {
    ObjectNode properties = JsonNodeFactory.instance.objectNode();
    if (form.showsMistakes()) {
      properties.putObject("gradient").put("type", "string");
    }
    if (form.candidates() == 1) {
      properties.set("edits", EDITS.schema().at("/properties/edits"));
    } else {
      ObjectNode candidates = properties.putObject("candidates").put("type", "array");
      candidates.set("items", EDITS.schema());
    }
    ObjectNode schema = JsonNodeFactory.instance.objectNode().put("type", "object");
    schema.set("properties", properties);
    properties.fieldNames().forEachRemaining(schema.withArray("required")::add);
    return new ReplySchema("update", schema.put("additionalProperties", false));
  }

  private static ReplySchema packaged(String name) {
    String path = "/dlpo/reply/" + name + ".schema.json";
    try (InputStream file = ReplySchema.class.getResourceAsStream(path)) {
      return new ReplySchema(
          name,
          new ObjectMapper().readTree(Objects.requireNonNull(file, path + " is not packaged")));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
