package io.dlpo.events;

import static org.assertj.core.api.Assertions.assertThat;

import io.dlpo.contracts.event.RunCommand;
import io.dlpo.contracts.event.RunCommanded;
import io.dlpo.contracts.id.RunId;
import io.dlpo.contracts.wire.EventJson;
import io.dlpo.testing.kafka.EventTap;
import io.dlpo.testing.kafka.KafkaResource;
import io.dlpo.testing.kafka.TappedRecord;
import io.dlpo.testing.kafka.TestProducer;
import io.dlpo.testing.otlp.OtlpReceiver;
import io.dlpo.testing.otlp.OtlpReceiverResource;
import io.dlpo.testing.otlp.SeenSpan;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;

/** Handlers on a real broker continue the traces of their records; spans arrive by OTLP. */
@QuarkusTest
@QuarkusTestResource(KafkaResource.class)
@QuarkusTestResource(OtlpReceiverResource.class)
class TracedHandlerIT {

  private static final String TOPIC = "dlpo.run.commanded.v1";
  private static final Duration TIMEOUT = Duration.ofSeconds(30);
  private static final String CALLER = "b7ad6b7169203331";

  private final EchoHandler echo;
  private final RunId run = new RunId("run-" + UUID.randomUUID());

  OtlpReceiver receiver;

  TracedHandlerIT(EchoHandler echo) {
    this.echo = echo;
  }

  @Test
  void shouldContinueTheTraceOfARecordInWhatItCauses() {
    try (EventTap tap = EventTap.on(TOPIC);
        TestProducer producer = TestProducer.shared()) {
      // Given
      String trace = newTrace();
      echo.failFirst("t-1", 1);

      // When
      producer.send(List.of(pause("t-1", trace)));

      // Then
      List<SeenSpan> spans = receiver.awaitSpans(of(trace), 4, TIMEOUT);
      SeenSpan handler = only(spans, "process " + TOPIC, CALLER);
      SeenSpan send = only(spans, "send " + TOPIC, handler.spanId());
      assertThat(spans.stream().filter(span -> span.parentId().equals(send.spanId())))
          .hasSize(2)
          .allMatch(span -> span.name().equals("process " + TOPIC));
      assertThat(spans).hasSize(4).allMatch(span -> span.service().equals("event-support"));
      assertThat(spans).allMatch(span -> run.value().equals(span.attribute("dlpo.run.id")));
      assertThat(handler.events()).containsExactly("retry");
      assertThat(send.attribute("messaging.batch.message_count")).isEqualTo(2L);
      List<TappedRecord> caused =
          tap.awaitRecords(
              record -> record.text().contains("RESUME") && isOfRun(record), 2, TIMEOUT);
      assertThat(caused)
          .extracting(record -> record.header("traceparent"))
          .containsOnly("00-" + trace + "-" + send.spanId() + "-01");
    }
  }

  @Test
  void shouldKeepTracesOfConcurrentHandlersApart() {
    try (EventTap tap = EventTap.on(TOPIC);
        TestProducer producer = TestProducer.shared()) {
      // Given
      List<String> traces = IntStream.range(0, 50).mapToObj(n -> newTrace()).toList();

      // When
      producer.send(
          IntStream.range(0, traces.size())
              .mapToObj(n -> pause("many-" + n, traces.get(n)))
              .toList());

      // Then
      tap.awaitRecords(this::isOfRun, 3 * traces.size(), TIMEOUT);
      for (int n = 0; n < traces.size(); n++) {
        String mine = "\"many-" + n + ".";
        String trace = traces.get(n);
        assertThat(tap.records(record -> isOfRun(record) && record.text().contains(mine)))
            .hasSize(2)
            .allMatch(record -> record.header("traceparent").startsWith("00-" + trace + "-"));
      }
    }
  }

  @Test
  void shouldMarkAHandlerThatSendsItsRecordToTheDeadLetters() {
    try (TestProducer producer = TestProducer.shared()) {
      // Given
      String trace = newTrace();

      // When
      producer.send(List.of(pause("poison-traced", trace)));

      // Then
      assertThat(receiver.awaitSpans(of(trace), 1, TIMEOUT))
          .singleElement()
          .satisfies(
              span -> {
                assertThat(span.failed()).isTrue();
                assertThat(span.attribute("error.type"))
                    .isEqualTo("java.lang.IllegalArgumentException");
                assertThat(span.texts()).noneMatch(text -> text.contains("digest"));
              });
    }
  }

  private ProducerRecord<String, byte[]> pause(String commandId, String trace) {
    RunCommanded event = new RunCommanded(commandId, run, RunCommand.PAUSE);
    Map<String, String> headers = TestProducer.headers(event);
    headers.put("traceparent", "00-" + trace + "-" + CALLER + "-01");
    ProducerRecord<String, byte[]> record =
        new ProducerRecord<>(TOPIC, event.partitionKey(), EventJson.write(event));
    headers.forEach(
        (name, text) -> record.headers().add(name, text.getBytes(StandardCharsets.UTF_8)));
    return record;
  }

  private static String newTrace() {
    byte[] id = new byte[16];
    ThreadLocalRandom.current().nextBytes(id);
    return HexFormat.of().formatHex(id);
  }

  private static Predicate<SeenSpan> of(String trace) {
    return span -> span.traceId().equals(trace);
  }

  private boolean isOfRun(TappedRecord record) {
    return run.value().equals(record.header("ce_subject"));
  }

  private static SeenSpan only(List<SeenSpan> spans, String name, String parentId) {
    return spans.stream()
        .filter(span -> span.name().equals(name) && span.parentId().equals(parentId))
        .reduce(
            (one, another) -> {
              throw new AssertionError("both " + one + " and " + another);
            })
        .orElseThrow();
  }
}
