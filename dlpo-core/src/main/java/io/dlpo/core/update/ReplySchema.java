package io.dlpo.core.update;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
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

  /** Returns the form that a kind of request asks for. */
  static ReplySchema of(CallPurpose kind) {
    return switch (kind) {
      case CONTRAST -> FEATURES;
      case REGULARIZATION -> SHORTENING;
      default -> EDITS;
    };
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
