package io.dlpo.testing.kafka;

import io.dlpo.contracts.event.Event;
import io.dlpo.contracts.event.EventType;
import io.dlpo.contracts.wire.EventJson;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;

/** The kinds of records that no service can process. */
public enum BadRecord {
  NOT_JSON("the value is not a valid %s: Unrecognized token"),
  TRUNCATED("the value is not a valid %s: "),
  OTHER_SHAPE("the value is not a valid %s: "),
  JSON_NULL("the value is not a valid %s: the JSON is null"),
  TOO_DEEP("the value is not a valid %s: "),
  TWO_VALUES("the value is not a valid %s: Trailing token"),
  EMPTY("the value is not a valid %s: "),
  NO_VALUE("the record has no value; expected %s"),
  /** Uses the maximum message size; its dead letter would exceed it. */
  OVERSIZED("the value is not a valid %s: "),
  UNKNOWN_VERSION("this topic requires '%s'"),
  UNKNOWN_TYPE("header ce_type is 'com.example.Other.v1'; this topic requires '%s'"),
  NO_HEADERS("header ce_type is 'null'; this topic requires '%s'"),
  /** The connector would parse this as an event in structured content mode. */
  STRUCTURED("header ce_type is 'null'; this topic requires '%s'");

  private final String reason;

  BadRecord(String reason) {
    this.reason = reason;
  }

  /** Returns the record of an event, made invalid in this way. */
  public ProducerRecord<String, byte[]> of(Event event, String key) {
    ProducerRecord<String, byte[]> record =
        new ProducerRecord<>(EventType.of(event).topic(), key, value(EventJson.write(event)));
    headers(TestProducer.headers(event))
        .forEach((name, text) -> record.headers().add(name, utf8(text)));
    return record;
  }

  /** The expected text in the reason of the dead letter. */
  public String reason(Event event) {
    return reason.formatted(EventType.of(event).cloudEventType());
  }

  /** Whether the dead letter keeps the value: not if the record has the maximum message size. */
  public boolean isKept() {
    return this != OVERSIZED;
  }

  private byte @Nullable [] value(byte[] event) {
    return switch (this) {
      case NOT_JSON -> utf8("no { json");
      case TRUNCATED -> Arrays.copyOf(event, event.length / 2);
      case OTHER_SHAPE -> utf8("{\"a\":[1]}");
      case JSON_NULL -> utf8("null");
      case TOO_DEEP -> utf8("[".repeat(50_000));
      case TWO_VALUES -> utf8(new String(event, StandardCharsets.UTF_8) + "{}");
      case EMPTY -> new byte[0];
      case NO_VALUE -> null;
      case OVERSIZED -> new byte[1_046_000];
      case STRUCTURED -> utf8("{\"specversion\":\"1.0\"}");
      case UNKNOWN_VERSION, UNKNOWN_TYPE, NO_HEADERS -> event;
    };
  }

  private Map<String, String> headers(Map<String, String> event) {
    return switch (this) {
      case UNKNOWN_VERSION ->
          with(event, "ce_type", String.valueOf(event.get("ce_type")).replace(".v1", ".v2"));
      case UNKNOWN_TYPE -> with(event, "ce_type", "com.example.Other.v1");
      case NO_HEADERS -> Map.of();
      case STRUCTURED -> Map.of("content-type", "application/cloudevents+json");
      default -> event;
    };
  }

  private static Map<String, String> with(Map<String, String> headers, String name, String value) {
    Map<String, String> changed = new LinkedHashMap<>(headers);
    changed.put(name, value);
    return changed;
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
