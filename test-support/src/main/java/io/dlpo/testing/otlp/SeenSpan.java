package io.dlpo.testing.otlp;

import com.google.protobuf.ByteString;
import io.opentelemetry.proto.common.v1.AnyValue;
import io.opentelemetry.proto.common.v1.KeyValue;
import io.opentelemetry.proto.trace.v1.Span;
import io.opentelemetry.proto.trace.v1.Status;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A received span.
 *
 * @param service the service that made it
 * @param span the span as received
 */
public record SeenSpan(String service, Span span) {

  public String name() {
    return span.getName();
  }

  /** The kind, such as {@code CLIENT}. */
  public String kind() {
    return span.getKind().name().replace("SPAN_KIND_", "");
  }

  public String traceId() {
    return hex(span.getTraceId());
  }

  public String spanId() {
    return hex(span.getSpanId());
  }

  /** The id of the parent; empty for the first span of a trace. */
  public String parentId() {
    return hex(span.getParentSpanId());
  }

  /** The ids of the linked spans, in order. */
  public List<String> links() {
    return span.getLinksList().stream().map(link -> hex(link.getSpanId())).toList();
  }

  /** The names of the events, in order. */
  public List<String> events() {
    return span.getEventsList().stream().map(Span.Event::getName).toList();
  }

  public boolean failed() {
    return span.getStatus().getCode() == Status.StatusCode.STATUS_CODE_ERROR;
  }

  /** The attributes: texts, numbers, truth values, and lists of texts. */
  public Map<String, Object> attributes() {
    Map<String, Object> attributes = new TreeMap<>();
    span.getAttributesList()
        .forEach(attribute -> attributes.put(attribute.getKey(), value(attribute.getValue())));
    return attributes;
  }

  /** The value of an attribute; null if it is missing. */
  public @Nullable Object attribute(String name) {
    return span.getAttributesList().stream()
        .filter(attribute -> attribute.getKey().equals(name))
        .map(attribute -> value(attribute.getValue()))
        .findFirst()
        .orElse(null);
  }

  /** Every text that the span holds, wherever it stands. */
  public Stream<String> texts() {
    Stream<KeyValue> values =
        Stream.of(
                span.getAttributesList().stream(),
                span.getEventsList().stream().flatMap(event -> event.getAttributesList().stream()),
                span.getLinksList().stream().flatMap(link -> link.getAttributesList().stream()))
            .flatMap(all -> all);
    return Stream.concat(
        Stream.concat(Stream.of(name(), span.getStatus().getMessage()), events().stream()),
        values.map(KeyValue::getValue).map(SeenSpan::value).map(String::valueOf));
  }

  private static Object value(AnyValue value) {
    return switch (value.getValueCase()) {
      case BOOL_VALUE -> value.getBoolValue();
      case INT_VALUE -> value.getIntValue();
      case DOUBLE_VALUE -> value.getDoubleValue();
      case ARRAY_VALUE ->
          value.getArrayValue().getValuesList().stream().map(SeenSpan::value).toList();
      default -> value.getStringValue();
    };
  }

  private static String hex(ByteString id) {
    return HexFormat.of().formatHex(id.toByteArray());
  }
}
