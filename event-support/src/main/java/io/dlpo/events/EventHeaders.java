package io.dlpo.events;

import io.dlpo.contracts.wire.CloudEventAttributes;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.jspecify.annotations.Nullable;

/** CloudEvents attributes as Kafka headers, in binary mode. */
final class EventHeaders {

  static final String TYPE = "ce_type";
  static final String WORKER = "ce_worker";

  private EventHeaders() {}

  /**
   * All headers of an event that a worker publishes.
   *
   * @param time when the event is published; a repeated event has the time of its repetition
   * @param extensions further CloudEvents attributes by their names
   */
  static Headers of(
      CloudEventAttributes attributes,
      String worker,
      Instant time,
      Map<String, String> extensions) {
    Headers headers =
        new RecordHeaders()
            .add("ce_specversion", bytes(CloudEventAttributes.SPEC_VERSION))
            .add("ce_id", bytes(attributes.id()))
            .add(TYPE, bytes(attributes.type()))
            .add("ce_source", bytes(attributes.source()))
            .add("ce_subject", bytes(attributes.subject()))
            .add("ce_time", bytes(time.toString()))
            .add("ce_dataschema", bytes(attributes.dataSchema()))
            .add(WORKER, bytes(worker))
            .add("content-type", bytes(CloudEventAttributes.CONTENT_TYPE));
    extensions.forEach((name, value) -> headers.add("ce_" + name, bytes(value)));
    return headers;
  }

  static @Nullable String text(Headers headers, String name) {
    Header header = headers.lastHeader(name);
    return header == null || header.value() == null
        ? null
        : new String(header.value(), StandardCharsets.UTF_8);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
