package io.dlpo.core.spec;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigInteger;
import java.util.List;
import java.util.TreeSet;

/** Describes in words which values a schema accepts. */
final class AllowedValue {

  private static final BigInteger LEAST_LONG = BigInteger.valueOf(Long.MIN_VALUE);

  private AllowedValue() {}

  /** The accepted values. */
  static String in(JsonNode schema) {
    if (schema.has("enum")) {
      return words(schema.path("enum"));
    }
    if (schema.path("type").isArray()) {
      return object(schema) + (schema.has("not") ? ", or false" : ", true or false");
    }
    return switch (schema.path("type").asText()) {
      case "integer" -> whole(schema);
      case "number" -> schema.has("multipleOf") ? whole(schema) : "a number" + range(schema);
      case "boolean" -> "true or false";
      case "array" ->
          "a list of %s to %s ".formatted(schema.path("minItems"), schema.path("maxItems"))
              + items(schema.path("items"));
      case "string" -> text(schema);
      default -> object(schema);
    };
  }

  private static String items(JsonNode items) {
    return items.has("properties")
        ? "objects such as " + example(items)
        : "texts (put quotes around Yes, No and numbers)";
  }

  /** The schema's title, or its accepted values if it has none. */
  static String missing(JsonNode schema) {
    if (!schema.has("title")) {
      return in(schema);
    }
    String title = schema.path("title").textValue();
    return schema.has("examples") ? title + ", such as " + example(schema) : title;
  }

  private static String object(JsonNode schema) {
    return schema.has("examples") ? "an object such as " + example(schema) : "an object with keys";
  }

  /** The first example, written as YAML. */
  private static String example(JsonNode schema) {
    return schema
        .at("/examples/0")
        .toString()
        .replace("\"", "")
        .replace(":", ": ")
        .replace(",", ", ");
  }

  /** The accepted words; of words that differ only in case, the first one. */
  private static String words(JsonNode words) {
    TreeSet<String> seen = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
    List<String> distinct = words.valueStream().map(JsonNode::textValue).filter(seen::add).toList();
    return String.join(", ", distinct.subList(0, distinct.size() - 1))
        + " or "
        + distinct.getLast();
  }

  private static String whole(JsonNode schema) {
    return schema.path("minimum").bigIntegerValue().equals(LEAST_LONG)
        ? "a whole number of 64 bits"
        : "a whole number" + range(schema);
  }

  private static String range(JsonNode schema) {
    JsonNode most = schema.path("maximum");
    if (schema.has("exclusiveMinimum")) {
      String above = " greater than " + schema.path("exclusiveMinimum");
      return most.isMissingNode() ? above : above + " and at most " + most;
    }
    JsonNode least = schema.path("minimum");
    return most.isMissingNode() ? " of " + least + " or more" : " from " + least + " to " + most;
  }

  private static String text(JsonNode schema) {
    if (schema.has("title") && !schema.has("minLength")) {
      // A text of a form of its own, which the title describes.
      return schema.path("title").textValue();
    }
    String length =
        schema.has("maxLength") ? " of 1 to " + schema.path("maxLength") + " characters" : "";
    return "a text" + length + (schema.has("minLength") ? " that is not blank" : "");
  }
}
