package io.dlpo.testing.kafka;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.dlpo.contracts.event.Event;
import io.dlpo.contracts.wire.EventJson;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;

/**
 * A consumed record.
 *
 * @param consumed the record as received by the consumer
 */
public record TappedRecord(ConsumerRecord<String, byte[]> consumed) {

  private static final ObjectMapper MAPPER = new ObjectMapper();

  /** Matches the records of a topic. */
  public static Predicate<TappedRecord> on(String topic) {
    return record -> record.topic().equals(topic);
  }

  public String topic() {
    return consumed.topic();
  }

  /** The record key; null if it has none. */
  public @Nullable String key() {
    return consumed.key();
  }

  /** The record value; null if it has none. */
  public byte @Nullable [] value() {
    return consumed.value();
  }

  /** The headers as text, in order. For a repeated header, the last value. */
  public Map<String, String> headers() {
    Map<String, String> headers = new LinkedHashMap<>();
    consumed.headers().forEach(header -> headers.put(header.key(), text(header)));
    return headers;
  }

  /** The value of a header; null if it is missing. */
  public @Nullable String header(String name) {
    Header header = consumed.headers().lastHeader(name);
    return header == null ? null : text(header);
  }

  /** The value as text; empty if the record has none. */
  public String text() {
    byte[] value = consumed.value();
    return value == null ? "" : new String(value, StandardCharsets.UTF_8);
  }

  /** The value as JSON. */
  public JsonNode json() {
    try {
      return MAPPER.readTree(text());
    } catch (IOException e) {
      throw new UncheckedIOException("record of " + topic() + " is no JSON: " + text(), e);
    }
  }

  /** The value as an event. */
  public <E extends Event> E as(Class<E> type) {
    try {
      return EventJson.read(consumed.value(), type);
    } catch (IOException e) {
      throw new UncheckedIOException(
          "record of " + topic() + " is no " + type.getSimpleName() + ": " + text(), e);
    }
  }

  private static String text(Header header) {
    return header.value() == null ? "" : new String(header.value(), StandardCharsets.UTF_8);
  }
}
