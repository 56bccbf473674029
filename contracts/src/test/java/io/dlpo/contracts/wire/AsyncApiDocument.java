package io.dlpo.contracts.wire;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.dlpo.contracts.event.EventType;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.StreamSupport;

/**
 * The published {@code asyncapi.yaml}.
 *
 * @param json the whole document
 */
record AsyncApiDocument(JsonNode json) {

  private static final Path FILE = Path.of("src/main/resources/dlpo/asyncapi.yaml");

  /**
   * A header of an event.
   *
   * @param required whether every record has it
   * @param description what it says; empty if it is described by its value
   * @param example its constant value or an example
   */
  record DescribedHeader(boolean required, String description, Optional<String> example) {}

  static AsyncApiDocument read() {
    try {
      return new AsyncApiDocument(new YAMLMapper().readTree(FILE.toFile()));
    } catch (IOException e) {
      throw new UncheckedIOException(FILE + " cannot be read", e);
    }
  }

  /** When an event is published, and what its key is. */
  String description(EventType type) {
    return json.at("/channels/" + name(type) + "/description").asText();
  }

  /** The services that send or receive an event. */
  List<String> services(String action, EventType type) {
    return StreamSupport.stream(json.get("operations").spliterator(), false)
        .filter(operation -> operation.get("action").asText().equals(action))
        .filter(
            operation -> operation.at("/channel/$ref").asText().equals("#/channels/" + name(type)))
        .map(operation -> operation.at("/tags/0/name").asText())
        .toList();
  }

  /** The headers of an event by their names. */
  Map<String, DescribedHeader> headers(EventType type) {
    Map<String, DescribedHeader> headers = new LinkedHashMap<>();
    for (JsonNode part : json.at("/components/messages/" + name(type) + "/headers/allOf")) {
      JsonNode schema =
          part.has("$ref") ? json.at(part.get("$ref").asText().substring("#".length())) : part;
      List<String> required =
          StreamSupport.stream(schema.path("required").spliterator(), false)
              .map(JsonNode::asText)
              .toList();
      schema
          .path("properties")
          .properties()
          .forEach(
              header ->
                  headers.putIfAbsent(
                      header.getKey(),
                      header(header.getValue(), required.contains(header.getKey()))));
    }
    return headers;
  }

  private static DescribedHeader header(JsonNode schema, boolean required) {
    JsonNode value = schema.has("const") ? schema.get("const") : schema.at("/examples/0");
    return new DescribedHeader(
        required,
        schema.path("description").asText(),
        value.isMissingNode() ? Optional.empty() : Optional.of(value.asText()));
  }

  private static String name(EventType type) {
    return type.record().getSimpleName();
  }
}
