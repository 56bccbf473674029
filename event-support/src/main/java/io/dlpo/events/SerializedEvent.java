package io.dlpo.events;

import io.dlpo.contracts.event.Event;
import io.dlpo.contracts.wire.EventJson;
import io.dlpo.events.fault.DeadLetterReason;
import io.dlpo.events.fault.PermanentFaultException;

/**
 * An event and its JSON, within the size limit of a record.
 *
 * @param event the event
 * @param value the event as JSON
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared.
record SerializedEvent(Event event, byte[] value) {

  /**
   * Serializes an event.
   *
   * @param maxBytes size limit of the value
   * @throws PermanentFaultException if the value is larger, since the broker would always refuse it
   */
  static SerializedEvent of(Event event, int maxBytes) {
    byte[] value = EventJson.write(event);
    if (value.length > maxBytes) {
      throw new PermanentFaultException(
          DeadLetterReason.TOO_LARGE,
          "%s %s of run %s is %d bytes; the maximum is %d (dlpo.events.max-bytes, within the broker's message.max.bytes); use shorter prompts, examples or replies"
              .formatted(
                  event.getClass().getSimpleName(),
                  event.identity(),
                  event.runId(),
                  value.length,
                  maxBytes));
    }
    return new SerializedEvent(event, value);
  }
}
