package io.dlpo.contracts.wire;

import io.dlpo.contracts.event.Event;
import io.dlpo.contracts.event.EventType;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/**
 * The CloudEvents 1.0 attributes of an event; on Kafka each is a header with the prefix {@code ce_}
 * (binary mode).
 *
 * @param id derived from the event's identity: a repeated event has the same id
 * @param type event type, such as {@code io.dlpo.PromptProposed.v1}
 * @param source the publishing service, as a URI reference
 * @param subject the run
 * @param dataSchema URI of the event's JSON Schema
 */
public record CloudEventAttributes(
    String id, String type, String source, String subject, String dataSchema) {

  public static final String SPEC_VERSION = "1.0";
  public static final String CONTENT_TYPE = "application/json";

  /**
   * The attributes of an event whose schema has its {@linkplain SchemaAddress#DEFAULT default}
   * address.
   */
  public static CloudEventAttributes of(Event event, String service) {
    return of(event, service, SchemaAddress.DEFAULT);
  }

  /** The attributes of an event that a service publishes. */
  public static CloudEventAttributes of(Event event, String service, SchemaAddress schemas) {
    EventType type = EventType.of(event);
    return new CloudEventAttributes(
        id(event),
        type.cloudEventType(),
        "/dlpo/" + service,
        event.runId().value(),
        schemas.of(type).toString());
  }

  /** The id of an event: a name-based UUID over its type and identity. */
  public static String id(Event event) {
    return id(EventType.of(event), event.identity());
  }

  /** The id of an event of a type with that identity. */
  public static String id(EventType type, String identity) {
    String name = type.cloudEventType() + '\n' + identity;
    return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)).toString();
  }
}
