package io.dlpo.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import io.dlpo.contracts.evaluation.Engine;
import io.dlpo.testing.model.ScriptedModel;
import io.dlpo.testing.model.ScriptedModelResource;
import io.dlpo.testing.model.ScriptedReply;
import io.dlpo.testing.otlp.OtlpReceiver;
import io.dlpo.testing.otlp.OtlpReceiverResource;
import io.dlpo.testing.otlp.SeenSpan;
import io.dlpo.testing.postgres.PostgresResource;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Spans of real calls, against a scripted endpoint and a real ledger, received by OTLP. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(ScriptedModelResource.class)
@QuarkusTestResource(OtlpReceiverResource.class)
class ModelTracesIT {

  private static final Duration TIMEOUT = Duration.ofSeconds(20);
  private static final String SECRET = "the secret is " + UUID.randomUUID();

  @Inject ModelGateway gateway;
  @Inject Tracer tracer;
  ScriptedModel model;
  OtlpReceiver receiver;

  /** Unique, so that spans of other tests have another. */
  private final String name = "traced-" + UUID.randomUUID();

  @BeforeEach
  void reset() {
    model.reset();
  }

  @Test
  void shouldTraceACallAndItsLedgerAnswersAsChildrenOfTheCaller() {
    // Given
    model.script(request -> ScriptedReply.completion(SECRET, "length", 11, 7));
    ModelRequest request = Requests.of(Engine.greedy(name), SECRET, "w-1");
    Span caller = tracer.spanBuilder("caller " + name).startSpan();

    // When
    Context.current()
        .with(caller)
        .wrap(
            () -> {
              gateway.call(request);
              gateway.call(Requests.by(request, "w-2"));
            })
        .run();
    caller.end();

    // Then
    List<SeenSpan> spans = awaitSpans(3);
    SeenSpan chat = only(spans, "chat " + name);
    SeenSpan ledger = only(spans, "ledger " + name);
    assertThat(List.of(chat, ledger))
        .allSatisfy(
            span -> {
              assertThat(span.parentId()).isEqualTo(caller.getSpanContext().getSpanId());
              assertThat(span.traceId()).isEqualTo(caller.getSpanContext().getTraceId());
            });
    assertThat(chat.kind()).isEqualTo("CLIENT");
    assertThat(chat.attributes())
        .containsOnly(
            entry("gen_ai.operation.name", "chat"),
            entry("gen_ai.provider.name", "openai"),
            entry("gen_ai.request.model", name),
            entry("gen_ai.response.model", "scripted"),
            entry("gen_ai.response.id", "chatcmpl-scripted"),
            entry("gen_ai.response.finish_reasons", List.of("length")),
            entry("gen_ai.usage.input_tokens", 11L),
            entry("gen_ai.usage.output_tokens", 7L),
            entry("server.address", "127.0.0.1"),
            entry("server.port", (long) URI.create(model.baseUrl()).getPort()),
            entry("dlpo.purpose", "batch"));
    assertThat(ledger.attributes())
        .containsOnly(
            entry("dlpo.ledger", true),
            entry("gen_ai.request.model", name),
            entry("dlpo.purpose", "batch"));
    assertThat(spans).flatExtracting(span -> span.texts().toList()).noneMatch(this::isSecret);
    assertThat(model.requests()).hasSize(1);
    assertThat(model.requests().getFirst().header("traceparent")).isNull();
  }

  @Test
  void shouldTraceEveryAttemptWithItsFault() {
    // Given
    AtomicInteger asked = new AtomicInteger();
    model.script(
        request ->
            switch (asked.incrementAndGet()) {
              case 1 -> ScriptedReply.error(503, "busy", SECRET);
              case 2 -> ScriptedReply.raw(200, "{\"choices\":[{\"mess");
              default -> ScriptedReply.text("8");
            });

    // When
    gateway.call(Requests.of(name));

    // Then
    List<SeenSpan> attempts = awaitSpans(3);
    assertThat(attempts).extracting(SeenSpan::name).containsOnly("chat " + name);
    assertThat(attempts).extracting(SeenSpan::failed).containsExactly(true, true, false);
    assertThat(attempts)
        .extracting(span -> span.attribute("error.type"))
        .containsExactly("503", "unreadable", null);
    assertThat(attempts).flatExtracting(span -> span.texts().toList()).noneMatch(this::isSecret);
  }

  @Test
  void shouldTellWhoTookTheReplyOfAnother() throws Exception {
    // Given
    model.script(request -> ScriptedReply.text("8").after(Duration.ofMillis(500)));
    ModelRequest request = Requests.of(name);
    List<Callable<ModelReply>> asking =
        IntStream.range(0, 4)
            .<Callable<ModelReply>>mapToObj(n -> () -> gateway.call(Requests.by(request, "w-" + n)))
            .toList();

    // When
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      threads.invokeAll(asking);
    }

    // Then: callers that came after the reply have found it in the ledger
    List<SeenSpan> spans = awaitSpans(4);
    assertThat(spans).filteredOn(span -> span.name().startsWith("chat ")).hasSize(1);
    assertThat(spans)
        .filteredOn(span -> !span.name().startsWith("chat "))
        .hasSize(3)
        .allMatch(
            span ->
                Boolean.TRUE.equals(span.attribute("dlpo.shared"))
                    || Boolean.TRUE.equals(span.attribute("dlpo.ledger")));
  }

  private boolean isSecret(String text) {
    return text.contains(SECRET);
  }

  private List<SeenSpan> awaitSpans(int count) {
    List<SeenSpan> spans = receiver.awaitSpans(span -> span.name().endsWith(name), count, TIMEOUT);
    assertThat(spans).hasSize(count);
    return spans;
  }

  private static SeenSpan only(List<SeenSpan> spans, String name) {
    List<SeenSpan> named = spans.stream().filter(span -> span.name().equals(name)).toList();
    assertThat(named).hasSize(1);
    return named.getFirst();
  }
}
