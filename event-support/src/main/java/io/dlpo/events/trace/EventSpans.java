package io.dlpo.events.trace;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanBuilder;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import java.util.Collection;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Starts spans by OpenTelemetry's conventions for messaging, and those of steps. */
record EventSpans(Tracer tracer, StepTraceIds ids) {

  static final AttributeKey<String> SYSTEM = AttributeKey.stringKey("messaging.system");
  static final AttributeKey<String> OPERATION = AttributeKey.stringKey("messaging.operation.name");
  static final AttributeKey<String> TYPE = AttributeKey.stringKey("messaging.operation.type");
  static final AttributeKey<String> TOPIC = AttributeKey.stringKey("messaging.destination.name");
  static final AttributeKey<String> PARTITION =
      AttributeKey.stringKey("messaging.destination.partition.id");
  static final AttributeKey<Long> OFFSET = AttributeKey.longKey("messaging.kafka.offset");
  static final AttributeKey<Long> COUNT = AttributeKey.longKey("messaging.batch.message_count");
  static final AttributeKey<String> EVENT_ID = AttributeKey.stringKey("cloudevents.event_id");
  static final AttributeKey<String> ERROR_TYPE = AttributeKey.stringKey("error.type");

  private static final String SEND = "send";
  private static final String PROCESS = "process";

  /** The span in which a record is handled. */
  Span process(ConsumerRecord<?, ?> record, TracedEvent event, Context parent) {
    return messaging(PROCESS, record.topic(), SpanKind.CONSUMER, parent)
        .setAttribute(PARTITION, String.valueOf(record.partition()))
        .setAttribute(OFFSET, record.offset())
        .setAttribute(EVENT_ID, event.id())
        .startSpan();
  }

  /** The span in which events are written to a topic. */
  Span send(String topic, int events, Context parent) {
    SpanBuilder span = messaging(SEND, topic, SpanKind.PRODUCER, parent);
    if (events > 1) {
      span.setAttribute(COUNT, (long) events);
    }
    return span.startSpan();
  }

  /** The first span of a step's trace, with a link to the span that caused the step. */
  Span step(TracedEvent first) {
    SpanBuilder span = tracer.spanBuilder("step").setParent(first.within(Context.root()));
    SpanContext cause = Span.current().getSpanContext();
    if (cause.isValid()) {
      span.addLink(cause);
    }
    return ids.under(StepTraceIds.of(first.id()), span::startSpan);
  }

  /** A span with links to others. */
  Span joining(String name, Attributes attributes, Collection<SpanContext> joined, Context parent) {
    SpanBuilder span = tracer.spanBuilder(name).setParent(parent).setAllAttributes(attributes);
    joined.forEach(span::addLink);
    return span.startSpan();
  }

  private SpanBuilder messaging(String operation, String topic, SpanKind kind, Context parent) {
    return tracer
        .spanBuilder(operation + " " + topic)
        .setParent(parent)
        .setSpanKind(kind)
        .setAttribute(SYSTEM, "kafka")
        .setAttribute(OPERATION, operation)
        .setAttribute(TYPE, operation)
        .setAttribute(TOPIC, topic);
  }

  /**
   * Marks a span as failed. The fault's message is left out, because it may quote the content of an
   * event.
   */
  static void fail(Span span, Throwable fault) {
    span.setStatus(StatusCode.ERROR).setAttribute(ERROR_TYPE, fault.getClass().getName());
  }
}
