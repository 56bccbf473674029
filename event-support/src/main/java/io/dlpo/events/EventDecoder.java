package io.dlpo.events;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.dlpo.contracts.event.Event;
import io.dlpo.contracts.event.EventType;
import io.dlpo.contracts.wire.EventJson;
import io.dlpo.events.fault.DeadLetterReason;
import io.dlpo.events.fault.PermanentFaultException;
import java.io.IOException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/**
 * Reads an event from a record. A record that cannot be read is a permanent fault with a reason.
 */
final class EventDecoder {

  private static final int MAX_REASON = 300;

  /**
   * More than a broker accepts by default, because a compressed value may be larger than its
   * record.
   */
  private static final int MAX_VALUE = 4 << 20;

  private EventDecoder() {}

  static <E extends Event> E decode(ConsumerRecord<String, byte[]> record, Class<E> type) {
    String expected = EventType.of(type).cloudEventType();
    String actual = EventHeaders.text(record.headers(), EventHeaders.TYPE);
    if (!expected.equals(actual)) {
      throw new PermanentFaultException(
          DeadLetterReason.UNREADABLE,
          "header ce_type is '" + shown(actual) + "'; this topic requires '" + expected + "'");
    }
    if (record.value() == null) {
      throw new PermanentFaultException(
          DeadLetterReason.UNREADABLE, "the record has no value; expected " + expected);
    }
    if (record.value().length > MAX_VALUE) {
      throw new PermanentFaultException(
          DeadLetterReason.TOO_LARGE,
          "the value has %d bytes; the maximum is %d".formatted(record.value().length, MAX_VALUE));
    }
    try {
      return EventJson.read(record.value(), type);
    } catch (JsonProcessingException e) {
      throw new PermanentFaultException(
          DeadLetterReason.UNREADABLE,
          "the value is not a valid " + expected + ": " + cut(e.getOriginalMessage()),
          e);
    } catch (IOException e) {
      throw new PermanentFaultException(
          DeadLetterReason.UNREADABLE,
          "the value is not a valid " + expected + ": " + e.getMessage(),
          e);
    }
  }

  private static @Nullable String shown(@Nullable String header) {
    return header == null ? null : cut(header);
  }

  private static String cut(String reason) {
    return reason.length() > MAX_REASON ? reason.substring(0, MAX_REASON) + "…" : reason;
  }
}
