package io.dlpo.contracts.wire;

import io.dlpo.contracts.event.Event;
import io.dlpo.contracts.event.EventStep;
import java.util.Map;
import java.util.OptionalInt;

/** What log lines about an event are searched by: the fields {@code run} and {@code step}. */
public final class EventLogFields {

  private EventLogFields() {}

  /** The fields by name; without a step for an event of the run as a whole. */
  public static Map<String, String> of(Event event) {
    String run = event.runId().value();
    OptionalInt step = EventStep.of(event);
    return step.isEmpty()
        ? Map.of("run", run)
        : Map.of("run", run, "step", Integer.toString(step.getAsInt()));
  }
}
