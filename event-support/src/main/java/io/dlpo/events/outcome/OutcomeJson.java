package io.dlpo.events.outcome;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.node.ArrayNode;
import io.dlpo.contracts.event.Event;
import io.dlpo.contracts.event.EventType;
import io.dlpo.contracts.wire.EventJson;
import io.dlpo.events.fault.NewerVersionException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A list of events of any type as one JSON array of {@code {"type", "value"}}. */
final class OutcomeJson {

  private static final ObjectMapper MAPPER = new ObjectMapper();

  private static final TypeReference<Map<String, String>> EXTENSIONS = new TypeReference<>() {};

  private OutcomeJson() {}

  static String write(List<? extends Event> events) {
    ArrayNode array = MAPPER.createArrayNode();
    try {
      for (Event event : events) {
        array
            .addObject()
            .put("type", EventType.of(event).name())
            .set("value", MAPPER.readTree(EventJson.write(event)));
      }
      return MAPPER.writeValueAsString(array);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write an outcome", e);
    }
  }

  static String writeExtensions(Map<String, String> extensions) {
    try {
      return MAPPER.writeValueAsString(extensions);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write the extensions of an outcome", e);
    }
  }

  static Map<String, String> readExtensions(String json) {
    try {
      return MAPPER.readValue(json, EXTENSIONS);
    } catch (IOException e) {
      throw new UncheckedIOException("the extensions of a stored outcome cannot be read", e);
    }
  }

  private static EventType type(String name) {
    return Stream.of(EventType.values())
        .filter(type -> type.name().equals(name))
        .findFirst()
        .orElseThrow(
            () -> new NewerVersionException("a stored event has the unknown type " + name));
  }

  /**
   * Reads the events as they were written.
   *
   * @throws NewerVersionException if a newer version wrote what would be lost here
   */
  static List<Event> read(String json) {
    List<Event> events = new ArrayList<>();
    try {
      for (JsonNode entry : MAPPER.readTree(json)) {
        EventType type = type(entry.get("type").asText());
        events.add(
            EventJson.readKnown(MAPPER.writeValueAsBytes(entry.get("value")), type.record()));
      }
      return List.copyOf(events);
    } catch (UnrecognizedPropertyException e) {
      throw new NewerVersionException(
          "a stored event has the property '%s', which is unknown here"
              .formatted(e.getPropertyName()));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read a stored outcome", e);
    }
  }
}
