package io.dlpo.events.trace;

import io.dlpo.contracts.event.Event;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.context.Context;
import io.quarkus.opentelemetry.runtime.config.runtime.OTelRuntimeConfig;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/**
 * Traces what happens to events. While traces are off, nothing is traced and no header is written.
 * Thread-safe.
 */
@ApplicationScoped
public class EventTracer {

  /** Largest number of links of a span; OpenTelemetry drops further ones. */
  public static final int MAX_LINKS = 128;

  private static final String SCOPE = "io.dlpo.events";

  private final boolean on;
  private final EventSpans spans;

  @Inject
  EventTracer(OpenTelemetry openTelemetry, OTelRuntimeConfig config, StepTraceIds ids) {
    // A disabled SDK still makes spans with valid ids, so that the switch is asked here.
    this(openTelemetry, !config.sdkDisabled(), ids);
  }

  /**
   * @param on whether traces are on
   */
  EventTracer(OpenTelemetry openTelemetry, boolean on, StepTraceIds ids) {
    this.on = on;
    this.spans = new EventSpans(openTelemetry.getTracer(SCOPE), ids);
  }

  /** Whether traces are on. */
  public boolean isOn() {
    return on;
  }

  /** Handles a record in a span that continues the trace of its headers. */
  public void handle(ConsumerRecord<?, ?> record, Event event, Runnable handler) {
    if (!on) {
      handler.run();
      return;
    }
    TracedEvent traced = TracedEvent.of(event);
    Context parent = traced.within(TraceHeaders.read(record.headers()));
    run(spans.process(record, traced, parent), parent, handler);
  }

  /** A handler is retried in place. */
  public void retried() {
    Span.current().addEvent("retry");
  }

  /** Starts the spans of events that are about to be published. */
  public Publication publish(List<? extends Event> events) {
    return on ? Publication.begin(spans, events) : Publication.UNTRACED;
  }

  /** The current span, to be stored; null if there is none that is kept. */
  public @Nullable Traceparent current() {
    SpanContext span = Span.current().getSpanContext();
    return on && span.isSampled() ? Traceparent.of(span) : null;
  }

  /**
   * Runs an action in a span that joins many others, and links to them. Without a current span, as
   * in a job, the first of the others is its parent.
   *
   * @param name name of the span
   * @param event what the action is about
   * @param attributes further attributes of the span
   * @param joined the others; at most {@value #MAX_LINKS} are linked
   */
  public void join(
      String name, Event event, Attributes attributes, List<Traceparent> joined, Runnable action) {
    if (!on) {
      action.run();
      return;
    }
    List<SpanContext> others =
        joined.stream().map(Traceparent::span).filter(SpanContext::isValid).toList();
    SpanContext current = Span.current().getSpanContext();
    SpanContext cause = current.isValid() || others.isEmpty() ? current : others.getFirst();
    List<SpanContext> links =
        others.stream()
            .filter(other -> !other.getSpanId().equals(cause.getSpanId()))
            .limit(MAX_LINKS)
            .toList();
    Context parent = TracedEvent.of(event).within(Context.root().with(Span.wrap(cause)));
    run(spans.joining(name, attributes, links, parent), parent, action);
  }

  private static void run(Span span, Context parent, Runnable action) {
    try {
      parent.with(span).wrap(action).run();
    } catch (RuntimeException | Error fault) {
      EventSpans.fail(span, fault);
      throw fault;
    } finally {
      span.end();
    }
  }
}
