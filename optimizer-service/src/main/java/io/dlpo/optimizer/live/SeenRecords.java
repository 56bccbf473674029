package io.dlpo.optimizer.live;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.dlpo.contracts.event.EventType;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;

/**
 * Turns consumed records into {@link SeenRecord}s. Thread-safe.
 *
 * @param maxBytes the data of a larger record is left out
 */
record SeenRecords(int maxBytes) {

  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final Map<String, EventType> TYPES =
      Arrays.stream(EventType.values())
          .collect(Collectors.toMap(EventType::topic, Function.identity()));

  /** The run of a record by its headers, without parsing it; null if it has none. */
  static @Nullable String runId(ConsumerRecord<?, byte[]> record) {
    return header(record, "ce_subject");
  }

  SeenRecord of(String runId, ConsumerRecord<?, byte[]> record) {
    return new SeenRecord(
        runId,
        name(record.topic()),
        header(record, "ce_id"),
        Instant.ofEpochMilli(record.timestamp()),
        record.topic(),
        record.partition(),
        record.offset(),
        data(record.value()));
  }

  private static String name(String topic) {
    EventType type = TYPES.get(topic);
    return type == null ? topic : type.record().getSimpleName();
  }

  private @Nullable JsonNode data(byte @Nullable [] value) {
    if (value == null || value.length > maxBytes) {
      return null;
    }
    try {
      return MAPPER.readTree(value);
    } catch (IOException e) {
      return null;
    }
  }

  private static @Nullable String header(ConsumerRecord<?, byte[]> record, String name) {
    Header header = record.headers().lastHeader(name);
    return header == null || header.value() == null
        ? null
        : new String(header.value(), StandardCharsets.UTF_8);
  }
}
