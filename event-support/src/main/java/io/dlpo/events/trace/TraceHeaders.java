package io.dlpo.events.trace;

import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.TextMapGetter;
import io.opentelemetry.context.propagation.TextMapPropagator;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/**
 * The W3C trace context in the headers of a record: {@code traceparent} and {@code tracestate}.
 * They are no CloudEvents attributes: the identity of an event does not depend on them.
 */
final class TraceHeaders {

  private static final TextMapPropagator W3C = W3CTraceContextPropagator.getInstance();

  private TraceHeaders() {}

  /** Writes the span of a context; nothing if it has none. */
  static void write(Context context, Headers headers) {
    W3C.inject(
        context,
        headers,
        (carrier, name, value) -> carrier.add(name, value.getBytes(StandardCharsets.US_ASCII)));
  }

  /** A context with the span of a record; without one if its headers are missing or invalid. */
  static Context read(Headers headers) {
    return W3C.extract(Context.root(), headers, Getter.INSTANCE);
  }

  private enum Getter implements TextMapGetter<Headers> {
    INSTANCE;

    @Override
    public Iterable<String> keys(Headers headers) {
      List<String> names = new ArrayList<>();
      headers.forEach(header -> names.add(header.key()));
      return names;
    }

    @Override
    public @Nullable String get(@Nullable Headers headers, String name) {
      Header header = headers == null ? null : headers.lastHeader(name);
      return header == null || header.value() == null
          ? null
          : new String(header.value(), StandardCharsets.UTF_8);
    }
  }
}
