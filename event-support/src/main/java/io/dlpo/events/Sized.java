package io.dlpo.events;

import io.dlpo.contracts.event.Event;
import io.dlpo.contracts.wire.EventJson;
import io.dlpo.events.fault.DeadLetterReason;
import io.dlpo.events.fault.PermanentFaultException;

/**
 * An event that fits a record.
 *
 * @param event the event
 * @param value it as JSON
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared, and handed on at once.
record Sized(Event event, byte[] value) {

  /**
   * An event with its value.
   *
   * @param most bytes of the value
   * @throws PermanentFaultException if it is larger: the broker would refuse it for ever
   */
  static Sized of(Event event, int most) {
    byte[] value = EventJson.write(event);
    if (value.length > most) {
      throw new PermanentFaultException(
          DeadLetterReason.TOO_LARGE,
          "%s %s of run %s is %d bytes; allowed are at most %d (dlpo.events.max-bytes, within the broker's message.max.bytes); use shorter prompts, examples or replies"
              .formatted(
                  event.getClass().getSimpleName(),
                  event.identity(),
                  event.runId(),
                  value.length,
                  most));
    }
    return new Sized(event, value);
  }
}
