package io.dlpo.events.trace;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A tracer whose ended spans are kept in memory. */
final class RecordedTraces implements AutoCloseable {

  private final InMemorySpanExporter exporter = InMemorySpanExporter.create();
  private final OpenTelemetrySdk sdk;
  private final EventTracer tracer;

  RecordedTraces() {
    this(true);
  }

  /**
   * @param on whether traces are on
   */
  RecordedTraces(boolean on) {
    StepTraceIds ids = new StepTraceIds();
    this.sdk =
        OpenTelemetrySdk.builder()
            .setTracerProvider(
                SdkTracerProvider.builder()
                    .setIdGenerator(ids)
                    .addSpanProcessor(new RunAttributes())
                    .addSpanProcessor(SimpleSpanProcessor.create(exporter))
                    .build())
            .build();
    this.tracer = new EventTracer(sdk, on, ids);
  }

  EventTracer tracer() {
    return tracer;
  }

  /** All ended spans, in the order of their ends. */
  List<SpanData> spans() {
    return exporter.getFinishedSpanItems();
  }

  /** The only ended span of a name. */
  SpanData span(String name) {
    List<SpanData> named = spans().stream().filter(span -> span.getName().equals(name)).toList();
    if (named.size() != 1) {
      throw new AssertionError(named.size() + " spans are named " + name + " among " + spans());
    }
    return named.getFirst();
  }

  /** The attributes of a span as texts. */
  static Map<String, String> texts(SpanData span) {
    Map<String, String> texts = new TreeMap<>();
    span.getAttributes().forEach((name, value) -> texts.put(name.getKey(), String.valueOf(value)));
    return texts;
  }

  /** A span that has ended, for tests that need some span. */
  SpanContext other(String name) {
    Span span = sdk.getTracer("test").spanBuilder(name).setNoParent().startSpan();
    span.end();
    return span.getSpanContext();
  }

  @Override
  public void close() {
    sdk.close();
  }
}
