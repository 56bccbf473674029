package io.dlpo.cli.event;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.dlpo.contracts.event.EventType;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;

/**
 * A record of an event topic.
 *
 * @param topic the topic
 * @param id the CloudEvents id, which a repeated event shares; empty if it is missing
 * @param type the CloudEvents type; empty if it is missing
 * @param subject the id of the run; empty if it is missing
 * @param time the timestamp of the record
 * @param data the event; a string if it is not JSON
 */
public record EventRecord(
    String topic, String id, String type, String subject, Instant time, JsonNode data) {

  private static final ObjectMapper MAPPER = new ObjectMapper();

  /** Decodes a record. */
  public static EventRecord of(ConsumerRecord<byte[], byte[]> record) {
    return new EventRecord(
        record.topic(),
        header(record, "ce_id"),
        header(record, "ce_type"),
        header(record, "ce_subject"),
        Instant.ofEpochMilli(record.timestamp()),
        data(record.value()));
  }

  /** Whether this is an event of a type. */
  public boolean is(EventType wanted) {
    return topic.equals(wanted.topic());
  }

  /** One JSON object on one line. */
  public String json() {
    try {
      return MAPPER.writeValueAsString(
          MAPPER
              .createObjectNode()
              .put("topic", topic)
              .put("id", id)
              .put("type", type)
              .put("subject", subject)
              .put("time", time.toString())
              .set("data", data));
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException("cannot write an event", e);
    }
  }

  private static String header(ConsumerRecord<byte[], byte[]> record, String name) {
    Header header = record.headers().lastHeader(name);
    return header == null || header.value() == null
        ? ""
        : new String(header.value(), StandardCharsets.UTF_8);
  }

  /** A topic can contain anything; what is not JSON is shown as a string. */
  private static JsonNode data(byte[] value) {
    if (value == null) {
      return NullNode.getInstance();
    }
    try {
      JsonNode read = MAPPER.readTree(value);
      return read instanceof MissingNode ? TextNode.valueOf("") : read;
    } catch (IOException e) {
      return TextNode.valueOf(new String(value, StandardCharsets.UTF_8));
    }
  }
}
