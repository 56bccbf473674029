package io.dlpo.gateway;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.regex.Pattern;

/**
 * The form in which a model should reply. Not every endpoint can enforce it, so the request must
 * also describe it in words, and the reply must be checked.
 *
 * @param name names the form for the endpoint: 1 to 64 of {@code A-Za-z0-9_-}
 * @param schema JSON Schema of the reply, an object
 */
public record ReplyForm(String name, JsonNode schema) {

  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_-]{1,64}");

  public ReplyForm {
    if (name == null || !NAME.matcher(name).matches()) {
      throw new IllegalArgumentException(
          "ReplyForm.name is '" + name + "'; must be 1 to 64 of A-Z, a-z, 0-9, _ and -");
    }
    if (schema == null || !schema.isObject()) {
      throw new IllegalArgumentException("ReplyForm.schema must be an object");
    }
    schema = schema.deepCopy();
  }
}
