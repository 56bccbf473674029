package io.dlpo.events;

import io.dlpo.contracts.event.Event;
import io.dlpo.contracts.wire.EventLogFields;
import java.util.Map;
import org.jboss.logging.MDC;

/**
 * Adds the run and the step of an event to the log lines that its handler writes, as {@code mdc} of
 * JSON logs.
 */
final class EventLogContext {

  private EventLogContext() {}

  /** Does some work for an event, on this thread. */
  static void during(Event event, Runnable work) {
    Map<String, String> fields = EventLogFields.of(event);
    fields.forEach(MDC::put);
    try {
      work.run();
    } finally {
      fields.keySet().forEach(MDC::remove);
    }
  }
}
