package io.dlpo.testing.otlp;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.common.v1.AnyValue;
import io.opentelemetry.proto.common.v1.ArrayValue;
import io.opentelemetry.proto.common.v1.KeyValue;
import io.opentelemetry.proto.resource.v1.Resource;
import io.opentelemetry.proto.trace.v1.ResourceSpans;
import io.opentelemetry.proto.trace.v1.ScopeSpans;
import io.opentelemetry.proto.trace.v1.Span;
import io.opentelemetry.proto.trace.v1.Status;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class OtlpReceiverTest {

  private static final Duration TIMEOUT = Duration.ofSeconds(10);

  private final OtlpReceiver receiver = OtlpReceiver.start();
  private final HttpClient client = HttpClient.newHttpClient();

  @AfterEach
  void stop() {
    client.close();
    receiver.close();
  }

  @Test
  void shouldReadSpansWithTheirService() throws Exception {
    // When
    int status = post(request().toByteArray(), "identity");

    // Then
    assertThat(status).isEqualTo(200);
    assertThat(receiver.awaitSpans(span -> true, 1, TIMEOUT))
        .singleElement()
        .satisfies(
            span -> {
              assertThat(span.service()).isEqualTo("evaluator");
              assertThat(span.name()).isEqualTo("evaluation");
              assertThat(span.kind()).isEqualTo("CLIENT");
              assertThat(span.traceId()).isEqualTo("01".repeat(16));
              assertThat(span.spanId()).isEqualTo("02".repeat(8));
              assertThat(span.parentId()).isEmpty();
              assertThat(span.links()).containsExactly("03".repeat(8));
              assertThat(span.events()).containsExactly("retry");
              assertThat(span.failed()).isTrue();
              assertThat(span.attribute("dlpo.step")).isEqualTo(3L);
              assertThat(span.attribute("reasons")).isEqualTo(List.of("stop"));
              assertThat(span.attribute("missing")).isNull();
              assertThat(span.texts())
                  .contains("evaluation", "retry", "in an event", "[stop]", "why it failed");
            });
  }

  @Test
  void shouldReadCompressedSpans() throws Exception {
    // Given
    ByteArrayOutputStream compressed = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(compressed)) {
      request().writeTo(gzip);
    }

    // When
    int status = post(compressed.toByteArray(), "gzip");

    // Then
    assertThat(status).isEqualTo(200);
    assertThat(receiver.awaitSpans(span -> true, 1, TIMEOUT)).hasSize(1);
  }

  @Test
  void shouldForgetWhatIsNotToBeKept() throws Exception {
    // Given
    receiver.keep(span -> span.name().equals("another"));

    // When
    post(request().toByteArray(), "identity");

    // Then
    assertThat(receiver.spans(span -> true)).isEmpty();
  }

  private int post(byte[] body, String encoding) throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(receiver.endpoint() + "/v1/traces"))
            .header("Content-Type", "application/x-protobuf")
            .header("Content-Encoding", encoding)
            .POST(HttpRequest.BodyPublishers.ofByteArray(body))
            .build();
    return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
  }

  private static ExportTraceServiceRequest request() {
    Span span =
        Span.newBuilder()
            .setName("evaluation")
            .setKind(Span.SpanKind.SPAN_KIND_CLIENT)
            .setTraceId(bytes(1, 16))
            .setSpanId(bytes(2, 8))
            .addLinks(Span.Link.newBuilder().setSpanId(bytes(3, 8)))
            .addEvents(
                Span.Event.newBuilder()
                    .setName("retry")
                    .addAttributes(attribute("note", text("in an event"))))
            .setStatus(
                Status.newBuilder()
                    .setCode(Status.StatusCode.STATUS_CODE_ERROR)
                    .setMessage("why it failed"))
            .addAttributes(attribute("dlpo.step", AnyValue.newBuilder().setIntValue(3).build()))
            .addAttributes(
                attribute(
                    "reasons",
                    AnyValue.newBuilder()
                        .setArrayValue(ArrayValue.newBuilder().addValues(text("stop")))
                        .build()))
            .build();
    return ExportTraceServiceRequest.newBuilder()
        .addResourceSpans(
            ResourceSpans.newBuilder()
                .setResource(
                    Resource.newBuilder()
                        .addAttributes(attribute("service.name", text("evaluator"))))
                .addScopeSpans(ScopeSpans.newBuilder().addSpans(span)))
        .build();
  }

  private static KeyValue attribute(String name, AnyValue value) {
    return KeyValue.newBuilder().setKey(name).setValue(value).build();
  }

  private static AnyValue text(String value) {
    return AnyValue.newBuilder().setStringValue(value).build();
  }

  private static ByteString bytes(int value, int count) {
    byte[] bytes = new byte[count];
    Arrays.fill(bytes, (byte) value);
    return ByteString.copyFrom(bytes);
  }
}
