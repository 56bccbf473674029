package io.dlpo.gateway.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import io.dlpo.gateway.ModelRequest;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.data.StatusData;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ModelSpansTest {

  private final InMemorySpanExporter exporter = InMemorySpanExporter.create();
  private final OpenTelemetrySdk sdk =
      OpenTelemetrySdk.builder()
          .setTracerProvider(
              SdkTracerProvider.builder()
                  .addSpanProcessor(SimpleSpanProcessor.create(exporter))
                  .build())
          .build();
  private final ModelSpans spans = new ModelSpans(sdk, true, false);
  private final ModelRequest request = TracedRequests.of("gpt-x");

  @AfterEach
  void close() {
    sdk.close();
  }

  @Test
  void shouldDescribeACallAsTheConventionsSay() {
    // When
    spans.replied(
        spans.attempt(request, TracedRequests.ENDPOINT), TracedRequests.reply("gpt-x-2026"));

    // Then
    SpanData span = ended();
    assertThat(span.getName()).isEqualTo("chat gpt-x");
    assertThat(span.getKind()).isEqualTo(SpanKind.CLIENT);
    assertThat(span.getStatus()).isEqualTo(StatusData.unset());
    assertThat(attributes(span))
        .containsOnly(
            entry("gen_ai.operation.name", "chat"),
            entry("gen_ai.provider.name", "openai"),
            entry("gen_ai.request.model", "gpt-x"),
            entry("gen_ai.response.model", "gpt-x-2026"),
            entry("gen_ai.response.id", "chatcmpl-1"),
            entry("gen_ai.response.finish_reasons", List.of("length")),
            entry("gen_ai.usage.input_tokens", 11L),
            entry("gen_ai.usage.output_tokens", 7L),
            entry("server.address", "models.test"),
            entry("server.port", 443L),
            entry("dlpo.purpose", "critique"));
  }

  @Test
  void shouldLeaveOutWhatTheEndpointDoesNotSay() {
    // When
    spans.replied(spans.attempt(request, TracedRequests.ENDPOINT), TracedRequests.estimated());

    // Then
    assertThat(attributes(ended()))
        .doesNotContainKeys(
            "gen_ai.response.model",
            "gen_ai.response.id",
            "gen_ai.usage.input_tokens",
            "gen_ai.usage.output_tokens");
  }

  @Test
  void shouldNameAFaultWithoutTheEndpointsWords() {
    // When
    spans.failed(spans.attempt(request, TracedRequests.ENDPOINT), "429");

    // Then
    SpanData span = ended();
    assertThat(span.getStatus()).isEqualTo(StatusData.error());
    assertThat(attributes(span)).containsEntry("error.type", "429");
    assertThat(span.getEvents()).isEmpty();
  }

  @Test
  void shouldHoldNoTextAndNoKey() {
    // When
    spans.replied(spans.attempt(request, TracedRequests.ENDPOINT), TracedRequests.reply("m"));

    // Then
    assertThat(ended().toString()).doesNotContain("secret");
  }

  @Test
  void shouldHoldTheTextsIfTheyAreAskedFor() {
    // Given
    ModelSpans speaking = new ModelSpans(sdk, true, true);

    // When
    speaking.replied(speaking.attempt(request, TracedRequests.ENDPOINT), TracedRequests.reply("m"));

    // Then
    assertThat(attributes(ended()))
        .contains(
            entry(
                "gen_ai.input.messages",
                "[{\"role\":\"system\",\"parts\":[{\"type\":\"text\",\"content\":\"You know"
                    + " \\\"secrets\\\".\"}]},{\"role\":\"user\",\"parts\":[{\"type\":\"text\","
                    + "\"content\":\"What is the secret?\"}]}]"),
            entry(
                "gen_ai.output.messages",
                "[{\"role\":\"assistant\",\"parts\":[{\"type\":\"text\",\"content\":\"The secret"
                    + " is 8.\"}],\"finish_reason\":\"length\"}]"));
  }

  @Test
  void shouldTellRepliesThatAreNotPaidFromCalls() {
    // Given
    Instant since = Instant.now().minusSeconds(2).truncatedTo(ChronoUnit.MICROS);

    // When
    spans.fromLedger(request, since);
    spans.shared(request, since);

    // Then
    List<SpanData> ended = exporter.getFinishedSpanItems();
    assertThat(ended).extracting(SpanData::getName).containsExactly("ledger gpt-x", "shared gpt-x");
    assertThat(ended).extracting(SpanData::getKind).containsOnly(SpanKind.INTERNAL);
    assertThat(ended)
        .extracting(SpanData::getStartEpochNanos)
        .containsOnly(TimeUnit.SECONDS.toNanos(since.getEpochSecond()) + since.getNano());
    assertThat(attributes(ended.getFirst()))
        .containsOnly(
            entry("dlpo.ledger", true),
            entry("gen_ai.request.model", "gpt-x"),
            entry("dlpo.purpose", "critique"));
    assertThat(attributes(ended.getLast())).containsEntry("dlpo.shared", true);
  }

  @Test
  void shouldMakeNoSpanWhileOff() {
    // Given
    ModelSpans off = new ModelSpans(sdk, false, true);

    // When
    Span span = off.attempt(request, TracedRequests.ENDPOINT);
    off.replied(span, TracedRequests.reply("m"));
    off.failed(span, "429");
    off.fromLedger(request, Instant.now());
    off.shared(request, Instant.now());

    // Then
    assertThat(span.getSpanContext().isValid()).isFalse();
    assertThat(exporter.getFinishedSpanItems()).isEmpty();
  }

  private SpanData ended() {
    assertThat(exporter.getFinishedSpanItems()).hasSize(1);
    return exporter.getFinishedSpanItems().getFirst();
  }

  private static Map<String, Object> attributes(SpanData span) {
    Map<String, Object> attributes = new TreeMap<>();
    span.getAttributes().forEach((name, value) -> attributes.put(name.getKey(), value));
    return attributes;
  }
}
