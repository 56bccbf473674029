package io.dlpo.events.trace;

import static org.assertj.core.api.Assertions.assertThat;

import io.dlpo.contracts.event.Event;
import io.dlpo.contracts.wire.CloudEventAttributes;
import io.dlpo.events.EventTestHeaders;
import io.opentelemetry.sdk.trace.data.SpanData;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Each step of a run has one trace, however often its first event is published. */
class StepTraceTest {

  private static final String PROPOSALS = "dlpo.prompt.proposed.v1";
  private static final String PREDICTIONS = "dlpo.prediction.produced.v1";

  private final RecordedTraces traces = new RecordedTraces();
  private final EventTracer tracer = traces.tracer();

  @AfterEach
  void close() {
    traces.close();
  }

  @Test
  void shouldBeginATraceForTheNextStepWithALinkToThePrevious() {
    // When
    ConsumerRecord<String, byte[]> proposal = causedBy(TraceEvents.predicted(2, 1), 3);

    // Then
    SpanData cause = traces.span("process " + PREDICTIONS);
    SpanData step = traces.span("step");
    SpanData send = traces.span("send " + PROPOSALS);
    assertThat(step.getParentSpanContext().isValid()).isFalse();
    assertThat(step.getTraceId()).isNotEqualTo(cause.getTraceId()).isEqualTo(traceOfStep(3));
    assertThat(step.getLinks())
        .singleElement()
        .returns(cause.getSpanId(), link -> link.getSpanContext().getSpanId());
    assertThat(RecordedTraces.texts(step))
        .containsOnly(Map.entry("dlpo.run.id", "run-1"), Map.entry("dlpo.step", "3"));
    assertThat(send.getParentSpanId()).isEqualTo(step.getSpanId());
    assertThat(EventTestHeaders.text(proposal, "traceparent"))
        .isEqualTo("00-" + step.getTraceId() + "-" + send.getSpanId() + "-01");
  }

  @Test
  void shouldGoOnWithTheTraceWithinAStep() {
    // When
    causedBy(TraceEvents.predicted(2, 1), 2);

    // Then
    assertThat(traces.spans()).noneMatch(span -> span.getName().equals("step"));
    assertThat(traces.span("send " + PROPOSALS).getTraceId())
        .isEqualTo(traces.span("process " + PREDICTIONS).getTraceId());
  }

  @Test
  void shouldBeginTheFirstStepOfARunApartFromItsRequest() {
    // When
    causedBy(TraceEvents.commanded(), 0);

    // Then
    assertThat(traces.span("step").getTraceId()).isEqualTo(traceOfStep(0));
  }

  @Test
  void shouldGiveARepeatedStepTheSameTrace() {
    // When: the process that published it first has crashed
    causedBy(TraceEvents.predicted(2, 1), 3);
    causedBy(TraceEvents.predicted(2, 1), 3);

    // Then
    assertThat(traces.spans().stream().filter(span -> span.getName().equals("step")))
        .hasSize(2)
        .extracting(SpanData::getTraceId)
        .containsOnly(traceOfStep(3));
    assertThat(traces.spans().stream().map(SpanData::getSpanId)).doesNotHaveDuplicates();
  }

  @Test
  void shouldKeepTheDecisionInItsTraceAndAllPartsOfTheNextStepInTheirs() {
    // When
    tracer.handle(
        TraceEvents.record(PREDICTIONS, Map.of()),
        TraceEvents.predicted(2, 1),
        () ->
            tracer
                .publish(
                    List.of(
                        TraceEvents.requested(2, 1),
                        TraceEvents.proposed(3, 1),
                        TraceEvents.proposed(3, 2),
                        TraceEvents.commanded()))
                .run(() -> {}));

    // Then
    SpanData step = traces.span("step");
    SpanData next = traces.span("send " + PROPOSALS);
    assertThat(next.getTraceId()).isEqualTo(step.getTraceId());
    assertThat(RecordedTraces.texts(next)).containsEntry("messaging.batch.message_count", "2");
    String trace = traces.span("process " + PREDICTIONS).getTraceId();
    assertThat(traces.span("send dlpo.example.requested.v1").getTraceId()).isEqualTo(trace);
    assertThat(traces.span("send dlpo.run.commanded.v1").getTraceId()).isEqualTo(trace);
  }

  /** Handles an event that causes the proposal of a step; returns the published record. */
  private ConsumerRecord<String, byte[]> causedBy(Event cause, int step) {
    ConsumerRecord<String, byte[]> proposal = TraceEvents.record(PROPOSALS, Map.of());
    tracer.handle(
        TraceEvents.record(PREDICTIONS, Map.of()),
        cause,
        () -> {
          Publication publication = tracer.publish(List.of(TraceEvents.proposed(step, 1)));
          publication.run(() -> publication.write(0, proposal.headers()));
        });
    return proposal;
  }

  private static String traceOfStep(int step) {
    return StepTraceIds.of(CloudEventAttributes.id(TraceEvents.proposed(step, 1)));
  }
}
