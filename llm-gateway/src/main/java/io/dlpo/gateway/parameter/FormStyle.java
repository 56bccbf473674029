package io.dlpo.gateway.parameter;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dlpo.gateway.ReplyForm;
import java.util.Optional;

/** How a request tells an endpoint the form of the reply, the strictest first. */
public enum FormStyle {
  /** OpenAI's {@code json_schema}. */
  JSON_SCHEMA("json_schema"),
  /** {@code json_object} with a schema, as in llama.cpp. */
  JSON_OBJECT_WITH_SCHEMA("json_object with a schema"),
  /** Any JSON object. */
  JSON_OBJECT("json_object"),
  /** Not at all, except in the words of the message. */
  WORDS("the form in words only");

  private final String label;

  FormStyle(String label) {
    this.label = label;
  }

  /** What it is called in a note. */
  String label() {
    return label;
  }

  /** The next style, for an endpoint that refuses this one. */
  FormStyle next() {
    return switch (this) {
      case JSON_SCHEMA -> JSON_OBJECT_WITH_SCHEMA;
      case JSON_OBJECT_WITH_SCHEMA -> JSON_OBJECT;
      case JSON_OBJECT, WORDS -> WORDS;
    };
  }

  /** The less strict of two styles. */
  FormStyle or(FormStyle other) {
    return compareTo(other) >= 0 ? this : other;
  }

  /** The value of {@code response_format}; empty if it is not sent. */
  Optional<ObjectNode> format(ReplyForm form) {
    ObjectNode format = JsonNodeFactory.instance.objectNode();
    return switch (this) {
      case JSON_SCHEMA -> {
        format.put("type", "json_schema");
        format
            .putObject("json_schema")
            .put("name", form.name())
            .put("strict", true)
            .set("schema", form.schema());
        yield Optional.of(format);
      }
      case JSON_OBJECT_WITH_SCHEMA -> {
        format.put("type", "json_object").set("schema", form.schema());
        yield Optional.of(format);
      }
      case JSON_OBJECT -> Optional.of(format.put("type", "json_object"));
      case WORDS -> Optional.empty();
    };
  }
}
