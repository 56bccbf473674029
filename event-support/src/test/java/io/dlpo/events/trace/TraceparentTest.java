package io.dlpo.events.trace;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TraceparentTest {

  private static final String VALUE = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";

  @Test
  void shouldReadWhatItWrites() {
    // Given
    SpanContext span =
        SpanContext.create(
            "0af7651916cd43dd8448eb211c80319c",
            "b7ad6b7169203331",
            TraceFlags.getSampled(),
            TraceState.getDefault());

    // When
    Traceparent written = Traceparent.of(span);

    // Then
    assertThat(written.value()).isEqualTo(VALUE);
    assertThat(written.span())
        .returns(span.getTraceId(), SpanContext::getTraceId)
        .returns(span.getSpanId(), SpanContext::getSpanId)
        .returns(true, SpanContext::isSampled);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "00", "00-xyz-b7ad6b7169203331-01", VALUE + "-more"})
  void shouldTakeAnythingElseForNoSpan(String value) {
    assertThat(new Traceparent(value).span().isValid()).isFalse();
  }
}
