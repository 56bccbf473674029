package io.dlpo.events.trace;

import io.dlpo.contracts.event.Event;
import io.dlpo.contracts.event.EventStep;
import io.dlpo.contracts.wire.CloudEventAttributes;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.common.AttributesBuilder;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.ContextKey;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * What spans tell about an event. It is part of the context in which the event is handled.
 *
 * @param id its CloudEvents id
 * @param runId its run
 * @param step its step; empty for an event of the whole run
 */
record TracedEvent(String id, String runId, OptionalInt step) {

  static final AttributeKey<String> RUN_ID = AttributeKey.stringKey("dlpo.run.id");
  static final AttributeKey<Long> STEP = AttributeKey.longKey("dlpo.step");

  private static final ContextKey<TracedEvent> KEY = ContextKey.named("dlpo-traced-event");

  static TracedEvent of(Event event) {
    return new TracedEvent(
        CloudEventAttributes.id(event), String.valueOf(event.runId()), EventStep.of(event));
  }

  /** The event that is handled in a context; null if there is none. */
  static @Nullable TracedEvent in(Context context) {
    return context.get(KEY);
  }

  /** The context in which this event is handled or published. */
  Context within(Context context) {
    return context.with(KEY, this);
  }

  /** Whether this event begins a step, when the other one causes it. */
  boolean beginsStepAfter(@Nullable TracedEvent cause) {
    return step.isPresent() && (cause == null || !step.equals(cause.step));
  }

  /** The attributes of all spans of the event. */
  Attributes attributes() {
    AttributesBuilder attributes = Attributes.builder().put(RUN_ID, runId);
    step.ifPresent(number -> attributes.put(STEP, (long) number));
    return attributes.build();
  }
}
