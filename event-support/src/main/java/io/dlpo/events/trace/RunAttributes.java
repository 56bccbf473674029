package io.dlpo.events.trace;

import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.trace.ReadWriteSpan;
import io.opentelemetry.sdk.trace.ReadableSpan;
import io.opentelemetry.sdk.trace.SpanProcessor;
import jakarta.inject.Singleton;

/** Adds run and step to every span that starts while an event is handled, whoever starts it. */
@Singleton
public class RunAttributes implements SpanProcessor {

  @Override
  public void onStart(Context parent, ReadWriteSpan span) {
    TracedEvent event = TracedEvent.in(parent);
    if (event != null) {
      span.setAllAttributes(event.attributes());
    }
  }

  @Override
  public boolean isStartRequired() {
    return true;
  }

  @Override
  public void onEnd(ReadableSpan span) {}

  @Override
  public boolean isEndRequired() {
    return false;
  }
}
