package io.dlpo.contracts.wire;

import io.dlpo.contracts.event.Event;
import io.dlpo.contracts.event.EventType;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * One complete record of an event: the first one of a recorded run, or the event's sample if the
 * run has none.
 *
 * @param type the type of the event
 * @param key the key of the record
 * @param headers its headers
 * @param value its value
 */
record RecordExample(EventType type, String key, Map<String, String> headers, JsonNode value) {

  /** A run in CloudEvents' JSON format, one event a line. */
  static final Path RECORDED_RUN = Path.of("../examples/taps/recorded-run.jsonl");

  private static final SchemaAddress SCHEMAS =
      SchemaAddress.of("http://127.0.0.1:8080/api/schemas/");

  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  static RecordExample of(EventType type, AsyncApiDocument api) {
    Optional<JsonNode> recorded = recorded(type);
    JsonNode value =
        recorded.map(event -> event.get("data")).orElseGet(() -> SampleFile.of(type).json());
    Event event = event(type, value);
    String service = api.services("send", type).getFirst();
    Map<String, String> known = attributes(CloudEventAttributes.of(event, service, SCHEMAS));
    recorded.ifPresent(
        json ->
            json.properties()
                .forEach(
                    attribute ->
                        known.putIfAbsent(
                            "ce_" + attribute.getKey(), attribute.getValue().asString(""))));
    Map<String, String> headers = new LinkedHashMap<>();
    api.headers(type)
        .forEach(
            (name, header) -> {
              if (known.containsKey(name)) {
                headers.put(name, known.get(name));
              } else if (header.required()) {
                headers.put(name, header.example().orElseThrow());
              }
            });
    return new RecordExample(type, event.partitionKey(), headers, value);
  }

  private static Optional<JsonNode> recorded(EventType type) {
    try {
      return Files.readAllLines(RECORDED_RUN).stream()
          .map(MAPPER::readTree)
          .filter(event -> event.get("type").asString().equals(type.cloudEventType()))
          .findFirst();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + RECORDED_RUN, e);
    }
  }

  private static Event event(EventType type, JsonNode value) {
    try {
      return EventJson.read(value.toString().getBytes(StandardCharsets.UTF_8), type.record());
    } catch (IOException e) {
      throw new UncheckedIOException("no " + type + ": " + value, e);
    }
  }

  private static Map<String, String> attributes(CloudEventAttributes attributes) {
    return new HashMap<>(
        Map.of(
            "ce_id", attributes.id(),
            "ce_type", attributes.type(),
            "ce_source", attributes.source(),
            "ce_subject", attributes.subject(),
            "ce_dataschema", attributes.dataSchema()));
  }

  /** The record as indented JSON. */
  String text() {
    ObjectNode record = MAPPER.createObjectNode().put("topic", type.topic()).put("key", key);
    ObjectNode named = record.putObject("headers");
    headers.forEach(named::put);
    record.set("value", value);
    return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(record);
  }
}
