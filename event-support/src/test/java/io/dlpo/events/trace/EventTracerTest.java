package io.dlpo.events.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import io.dlpo.contracts.wire.CloudEventAttributes;
import io.dlpo.events.EventTestHeaders;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.data.StatusData;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EventTracerTest {

  private static final String TASKS = "dlpo.example.requested.v1";
  private static final String PREDICTIONS = "dlpo.prediction.produced.v1";
  private static final String TRACE = "0af7651916cd43dd8448eb211c80319c";
  private static final String CALLER = "00-" + TRACE + "-b7ad6b7169203331-01";

  private final RecordedTraces traces = new RecordedTraces();
  private final EventTracer tracer = traces.tracer();

  @AfterEach
  void close() {
    traces.close();
  }

  @Test
  void shouldHandleARecordInTheTraceOfItsHeaders() {
    // When
    tracer.handle(
        TraceEvents.record(TASKS, Map.of("traceparent", CALLER)),
        TraceEvents.requested(2, 1),
        () -> tracer.retried());

    // Then
    SpanData span = traces.span("process " + TASKS);
    assertThat(span.getTraceId()).isEqualTo(TRACE);
    assertThat(span.getParentSpanId()).isEqualTo("b7ad6b7169203331");
    assertThat(span.getKind()).isEqualTo(SpanKind.CONSUMER);
    assertThat(span.getStatus()).isEqualTo(StatusData.unset());
    assertThat(span.getEvents()).singleElement().returns("retry", event -> event.getName());
    assertThat(texts(span))
        .containsOnly(
            entry("messaging.system", "kafka"),
            entry("messaging.operation.name", "process"),
            entry("messaging.operation.type", "process"),
            entry("messaging.destination.name", TASKS),
            entry("messaging.destination.partition.id", "5"),
            entry("messaging.kafka.offset", "42"),
            entry("cloudevents.event_id", CloudEventAttributes.id(TraceEvents.requested(2, 1))),
            entry("dlpo.run.id", "run-1"),
            entry("dlpo.step", "2"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "00-0-0-01",
        "never",
        "00-00000000000000000000000000000000-b7ad6b7169203331-01"
      })
  void shouldHandleARecordWithoutAValidTraceInATraceOfItsOwn(String traceparent) {
    // When
    tracer.handle(
        TraceEvents.record(TASKS, Map.of("traceparent", traceparent)),
        TraceEvents.requested(2, 1),
        () -> {});

    // Then
    SpanData span = traces.span("process " + TASKS);
    assertThat(span.getParentSpanContext().isValid()).isFalse();
    assertThat(span.getTraceId()).isNotEqualTo(TRACE);
  }

  @Test
  void shouldMarkAFailedHandlerWithoutItsWords() {
    // When
    assertThatThrownBy(
            () ->
                tracer.handle(
                    TraceEvents.record(TASKS, Map.of()),
                    TraceEvents.requested(2, 1),
                    () -> {
                      throw new IllegalStateException("cannot read: " + TraceEvents.PROMPT);
                    }))
        .isInstanceOf(IllegalStateException.class);

    // Then
    SpanData span = traces.span("process " + TASKS);
    assertThat(span.getStatus()).isEqualTo(StatusData.error());
    assertThat(texts(span)).containsEntry("error.type", "java.lang.IllegalStateException");
    assertThat(span.getEvents()).isEmpty();
    assertThat(span.toString()).doesNotContain("secret");
  }

  @Test
  void shouldPublishTheEventsOfATopicInOneSpanOfTheHandler() {
    // Given
    ConsumerRecord<String, byte[]> first = TraceEvents.record(TASKS, Map.of());
    ConsumerRecord<String, byte[]> second = TraceEvents.record(TASKS, Map.of());

    // When
    tracer.handle(
        TraceEvents.record("dlpo.prompt.proposed.v1", Map.of("traceparent", CALLER)),
        TraceEvents.proposed(2, 1),
        () -> {
          Publication publication =
              tracer.publish(List.of(TraceEvents.requested(2, 1), TraceEvents.requested(2, 2)));
          publication.run(
              () -> {
                publication.write(0, first.headers());
                publication.write(1, second.headers());
              });
        });

    // Then
    SpanData handler = traces.span("process dlpo.prompt.proposed.v1");
    SpanData send = traces.span("send " + TASKS);
    assertThat(send.getParentSpanId()).isEqualTo(handler.getSpanId());
    assertThat(send.getKind()).isEqualTo(SpanKind.PRODUCER);
    assertThat(texts(send))
        .contains(
            entry("messaging.batch.message_count", "2"),
            entry("messaging.destination.name", TASKS),
            entry("dlpo.run.id", "run-1"),
            entry("dlpo.step", "2"));
    assertThat(EventTestHeaders.text(first, "traceparent"))
        .isEqualTo("00-" + TRACE + "-" + send.getSpanId() + "-01")
        .isEqualTo(EventTestHeaders.text(second, "traceparent"));
  }

  @Test
  void shouldMarkAFailedPublication() {
    // When
    assertThatThrownBy(
            () ->
                tracer
                    .publish(List.of(TraceEvents.requested(2, 1)))
                    .run(
                        () -> {
                          throw new IllegalStateException("no broker");
                        }))
        .isInstanceOf(IllegalStateException.class);

    // Then
    assertThat(traces.span("send " + TASKS).getStatus()).isEqualTo(StatusData.error());
  }

  @Test
  void shouldJoinTheExamplesOfAnEvaluationByLinks() {
    // Given
    List<SpanContext> examples =
        IntStream.range(0, 3).mapToObj(n -> traces.other("example-" + n)).toList();

    // When
    tracer.handle(
        TraceEvents.record(PREDICTIONS, Map.of("traceparent", CALLER)),
        TraceEvents.predicted(2, 3),
        () -> {
          List<Traceparent> joined =
              new ArrayList<>(examples.stream().map(Traceparent::of).toList());
          joined.add(tracer.current());
          join(joined);
        });

    // Then
    SpanData evaluation = traces.span("evaluation");
    assertThat(evaluation.getParentSpanId())
        .isEqualTo(traces.span("process " + PREDICTIONS).getSpanId());
    assertThat(links(evaluation)).isEqualTo(examples.stream().map(SpanContext::getSpanId).toList());
    assertThat(texts(evaluation)).contains(entry("dlpo.purpose", "batch"), entry("dlpo.step", "2"));
  }

  @Test
  void shouldGoOnWithTheTraceOfTheFirstExampleInAJob() {
    // Given
    SpanContext last = traces.other("last example");
    SpanContext another = traces.other("another example");

    // When
    join(
        List.of(Traceparent.of(last), new Traceparent("no trace"), Traceparent.of(another)),
        () -> TraceEvents.published(tracer, TraceEvents.predicted(2, 1), PREDICTIONS));

    // Then
    SpanData evaluation = traces.span("evaluation");
    assertThat(evaluation.getTraceId()).isEqualTo(last.getTraceId());
    assertThat(evaluation.getParentSpanId()).isEqualTo(last.getSpanId());
    assertThat(links(evaluation)).containsExactly(another.getSpanId());
    assertThat(traces.span("send " + PREDICTIONS).getParentSpanId())
        .isEqualTo(evaluation.getSpanId());
  }

  @Test
  void shouldLinkToNoMoreSpansThanOneMayHave() {
    // When
    join(IntStream.range(0, 200).mapToObj(n -> Traceparent.of(traces.other("example"))).toList());

    // Then
    SpanData evaluation = traces.span("evaluation");
    assertThat(evaluation.getLinks()).hasSize(EventTracer.MAX_LINKS);
    assertThat(evaluation.getTotalRecordedLinks()).isEqualTo(EventTracer.MAX_LINKS);
  }

  @Test
  void shouldTraceNothingAndWriteNoHeaderWhileOff() {
    try (RecordedTraces off = new RecordedTraces(false)) {
      // When
      ConsumerRecord<String, byte[]> written = TraceEvents.record(TASKS, Map.of());
      off.tracer()
          .handle(
              TraceEvents.record(TASKS, Map.of("traceparent", CALLER)),
              TraceEvents.requested(2, 1),
              () -> {
                assertThat(Span.current().getSpanContext().isValid()).isFalse();
                assertThat(off.tracer().current()).isNull();
                Publication publication = off.tracer().publish(List.of(TraceEvents.proposed(3, 1)));
                publication.run(() -> publication.write(0, written.headers()));
                off.tracer().retried();
                off.tracer()
                    .join(
                        "evaluation",
                        TraceEvents.predicted(2, 1),
                        Attributes.empty(),
                        List.of(),
                        () -> {});
              });

      // Then
      assertThat(off.spans()).isEmpty();
      assertThat(written.headers()).isEmpty();
      assertThat(off.tracer().isOn()).isFalse();
    }
  }

  private void join(List<Traceparent> joined) {
    join(joined, () -> {});
  }

  private void join(List<Traceparent> joined, Runnable action) {
    tracer.join(
        "evaluation",
        TraceEvents.predicted(2, 1),
        Attributes.of(AttributeKey.stringKey("dlpo.purpose"), "batch"),
        joined,
        action);
  }

  private static List<String> links(SpanData span) {
    return span.getLinks().stream().map(link -> link.getSpanContext().getSpanId()).toList();
  }

  private static Map<String, String> texts(SpanData span) {
    return RecordedTraces.texts(span);
  }
}
