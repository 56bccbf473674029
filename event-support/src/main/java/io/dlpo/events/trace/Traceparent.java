package io.dlpo.events.trace;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.TextMapGetter;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A span as text, for services that store it: the value of W3C's header {@code traceparent}.
 *
 * @param value such as {@code 00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01}
 */
public record Traceparent(String value) {

  private static final String NAME = "traceparent";

  public Traceparent {
    Objects.requireNonNull(value, "Traceparent.value is missing");
  }

  /** A span of this process. */
  static Traceparent of(SpanContext span) {
    return new Traceparent(
        "00-%s-%s-%s".formatted(span.getTraceId(), span.getSpanId(), span.getTraceFlags().asHex()));
  }

  /** The span; {@link SpanContext#getInvalid()} if the value is no trace parent. */
  SpanContext span() {
    Context context =
        W3CTraceContextPropagator.getInstance().extract(Context.root(), this, Getter.INSTANCE);
    return Span.fromContext(context).getSpanContext();
  }

  private enum Getter implements TextMapGetter<Traceparent> {
    INSTANCE;

    @Override
    public Iterable<String> keys(Traceparent carrier) {
      return List.of(NAME);
    }

    @Override
    public @Nullable String get(@Nullable Traceparent carrier, String name) {
      return carrier != null && name.equals(NAME) ? carrier.value : null;
    }
  }
}
