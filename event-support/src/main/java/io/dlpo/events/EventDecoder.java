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

/** Reads an event from a record; whatever cannot be read is a permanent fault that says why. */
final class EventDecoder {

  private static final int MAX_REASON = 300;

  /** More than a broker takes by default: what comes compressed may be larger than it looks. */
  private static final int MAX_VALUE = 4 << 20;

  private EventDecoder() {}

  static <E extends Event> E decode(ConsumerRecord<String, byte[]> record, Class<E> type) {
    String expected = EventType.of(type).cloudEventType();
    String actual = EventHeaders.text(record.headers(), EventHeaders.TYPE);
    if (!expected.equals(actual)) {
      throw new PermanentFaultException(
          DeadLetterReason.UNREADABLE,
          "header ce_type is '" + shown(actual) + "'; allowed on this topic is '" + expected + "'");
    }
    if (record.value() == null) {
      throw new PermanentFaultException(
          DeadLetterReason.UNREADABLE, "the record has no value; expected is a " + expected);
    }
    if (record.value().length > MAX_VALUE) {
      throw new PermanentFaultException(
          DeadLetterReason.TOO_LARGE,
          "the value has %d bytes; allowed are at most %d"
              .formatted(record.value().length, MAX_VALUE));
    }
    try {
      return EventJson.read(record.value(), type);
    } catch (JsonProcessingException e) {
      throw new PermanentFaultException(
          DeadLetterReason.UNREADABLE,
          "the value is no " + expected + ": " + cut(e.getOriginalMessage()),
          e);
    } catch (IOException e) {
      throw new PermanentFaultException(
          DeadLetterReason.UNREADABLE, "the value is no " + expected + ": " + e.getMessage(), e);
    }
  }

  private static @Nullable String shown(@Nullable String header) {
    return header == null ? null : cut(header);
  }

  private static String cut(String reason) {
    return reason.length() > MAX_REASON ? reason.substring(0, MAX_REASON) + "…" : reason;
  }
}
