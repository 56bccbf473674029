package io.dlpo.contracts.wire;

import io.dlpo.contracts.event.EventType;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/**
 * The published JSON Schema of an event.
 *
 * @param name its file name, such as {@code PromptProposed.v1.schema.json}
 * @param json its text
 */
public record EventSchema(String name, String json) {

  public EventSchema {
    Objects.requireNonNull(name, "EventSchema.name is missing");
    Objects.requireNonNull(json, "EventSchema.json is missing");
  }

  /** The schemas of all event types, in their order. */
  public static List<EventSchema> all() {
    return Arrays.stream(EventType.values()).map(EventSchema::of).toList();
  }

  /** The schema of an event type. */
  public static EventSchema of(EventType type) {
    String resource = "/dlpo/" + type.schema();
    try (InputStream in =
        Objects.requireNonNull(EventSchema.class.getResourceAsStream(resource), resource)) {
      return new EventSchema(
          type.schemaName(), new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + resource, e);
    }
  }
}
