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
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A handler on a real broker: {@link EchoHandler} answers a PAUSE with two RESUMEs. */
@QuarkusTest
@QuarkusTestResource(KafkaResource.class)
class EventProcessorIT {

  private static final String TOPIC = "dlpo.run.commanded.v1";
  private static final String DEAD_LETTERS = "dlpo.run.commanded.v1.optimizer.dlq";
  private static final Duration TIMEOUT = Duration.ofSeconds(30);
  private static final Duration QUIET = Duration.ofSeconds(1);

  private final EchoHandler echo;
  private final MeterRegistry registry;
  private final RunId run = new RunId("run-" + UUID.randomUUID());

  EventProcessorIT(EchoHandler echo, MeterRegistry registry) {
    this.echo = echo;
    this.registry = registry;
  }

  @Test
  void shouldPublishWhatTheHandlerReturns() {
    try (EventTap tap = EventTap.on(TOPIC);
        TestProducer producer = TestProducer.shared()) {
      // When
      producer.send(new RunCommanded("c-1", run, RunCommand.PAUSE));

      // Then
      assertThat(commandIds(tap, 3)).containsExactlyInAnyOrder("c-1", "c-1.a", "c-1.b");
      tap.awaitNothingMore(QUIET);
      assertThat(tap.records(record -> "/dlpo/echo".equals(record.header("ce_source"))))
          .filteredOn(this::isOfTheRun)
          .hasSize(2)
          .extracting(record -> record.header("ce_dataschema"))
          .containsOnly("http://optimizer.example/api/schemas/RunCommanded.v1.schema.json");
    }
  }

  @Test
  void shouldWaitOutATransientFault() {
    try (EventTap tap = EventTap.on(TOPIC);
        TestProducer producer = TestProducer.shared()) {
      // Given
      echo.failFirst("c-2", 2);

      // When
      producer.send(new RunCommanded("c-2", run, RunCommand.PAUSE));

      // Then
      assertThat(commandIds(tap, 3)).containsExactlyInAnyOrder("c-2", "c-2.a", "c-2.b");
      tap.awaitNothingMore(QUIET);
    }
  }

  @Test
  void shouldSendAPermanentFaultToTheDeadLettersAndGoOn() {
    try (EventTap tap = EventTap.on(TOPIC);
        EventTap deadLetters = EventTap.on(DEAD_LETTERS);
        TestProducer producer = TestProducer.shared()) {
      // When
      producer.send(new RunCommanded("poison-1", run, RunCommand.PAUSE));
      producer.send(new RunCommanded("c-3", run, RunCommand.PAUSE));

      // Then
      TappedRecord dead =
          deadLetters
              .awaitRecords(letter -> run.value().equals(letter.header("ce_subject")), 1, TIMEOUT)
              .getFirst();
      assertThat(dead.as(RunCommanded.class).commandId()).isEqualTo("poison-1");
      assertThat(dead.header("dead-letter-reason"))
          .isEqualTo("this handler cannot digest poison-1");
      assertThat(commandIds(tap, 4)).containsExactlyInAnyOrder("poison-1", "c-3", "c-3.a", "c-3.b");
    }
  }

  @Test
  void shouldSendAMalformedRecordToTheDeadLettersWithItsBytes() {
    try (EventTap deadLetters = EventTap.on(DEAD_LETTERS);
        TestProducer producer = TestProducer.shared()) {
      // Given
      byte[] malformed = ("{" + run).getBytes(StandardCharsets.UTF_8);

      // When
      producer.send(TOPIC, "key", malformed, Map.of("ce_type", "io.dlpo.RunCommanded.v1"));
      producer.send(
          TOPIC,
          "key",
          EventJson.write(new RunCommanded("c-4", run, RunCommand.PAUSE)),
          Map.of("ce_type", "io.dlpo.RunCommanded.v9"));

      // Then
      List<TappedRecord> dead =
          deadLetters.awaitRecords(
              letter -> new String(letter.value(), StandardCharsets.UTF_8).contains(run.value()),
              2,
              TIMEOUT);
      assertThat(dead).anySatisfy(letter -> assertThat(letter.value()).isEqualTo(malformed));
      assertThat(dead)
          .extracting(letter -> letter.header("dead-letter-reason"))
          .anyMatch(reason -> reason.startsWith("the value is not a valid io.dlpo.RunCommanded.v1"))
          .anyMatch(reason -> reason.startsWith("header ce_type is 'io.dlpo.RunCommanded.v9'"));
    }
  }

  @Test
  void shouldPassOverHeadersThatLookLikeACloudEventOfAnotherKind() {
    try (EventTap tap = EventTap.on(TOPIC);
        EventTap deadLetters = EventTap.on(DEAD_LETTERS);
        TestProducer producer = TestProducer.shared()) {
      // Given
      byte[] value = run.value().getBytes(StandardCharsets.UTF_8);

      // When
      producer.send(TOPIC, "a", value, Map.of("content-type", "application/cloudevents+json"));
      producer.send(
          TOPIC, "b", value, Map.of("ce_specversion", "9", "ce_time", "never", "ce_type", ""));
      producer.send(new RunCommanded("c-5", run, RunCommand.PAUSE));

      // Then
      assertThat(commandIds(tap, 3)).containsExactlyInAnyOrder("c-5", "c-5.a", "c-5.b");
      assertThat(deadLetters.awaitRecords(this::isOfTheRun, 2, TIMEOUT))
          .extracting(TappedRecord::key)
          .containsExactlyInAnyOrder("a", "b");
    }
  }

  @Test
  void shouldMeasureWhatBecameOfTheRecords() {
    try (EventTap tap = EventTap.on(TOPIC);
        EventTap deadLetters = EventTap.on(DEAD_LETTERS);
        TestProducer producer = TestProducer.shared()) {
      // Given
      double retries = counted("dlpo.handler.retries", Tags.empty());
      double unreadable = counted("dlpo.dead.letters", Tags.of("reason", "unreadable"));
      double defects = counted("dlpo.dead.letters", Tags.of("reason", "defect"));
      echo.failFirst("c-7", 2);

      // When
      producer.send(new RunCommanded("c-7", run, RunCommand.PAUSE));
      producer.send(new RunCommanded("poison-2", run, RunCommand.PAUSE));
      producer.send(TOPIC, "x", run.value().getBytes(StandardCharsets.UTF_8), Map.of("n", "1"));

      // Then
      commandIds(tap, 4);
      deadLetters.awaitRecords(this::isOfTheRun, 2, TIMEOUT);
      assertThat(counted("dlpo.handler.retries", Tags.empty())).isEqualTo(retries + 2);
      assertThat(counted("dlpo.dead.letters", Tags.of("reason", "unreadable")))
          .isEqualTo(unreadable + 1);
      assertThat(counted("dlpo.dead.letters", Tags.of("reason", "defect"))).isEqualTo(defects + 1);
      assertThat(counted("dlpo.channel.stops", Tags.empty())).isZero();
    }
  }

  private double counted(String name, Tags tags) {
    return registry.get(name).tags(tags.and("topic", TOPIC)).counter().count();
  }

  @Test
  void shouldKeepTheReasonOfARecordThatIsTooLargeForTheDeadLetters() {
    try (EventTap tap = EventTap.on(TOPIC);
        EventTap deadLetters = EventTap.on(DEAD_LETTERS);
        TestProducer producer = TestProducer.shared()) {
      // Given: as large as the broker accepts, so a dead letter with more headers is larger
      byte[] value = new byte[1_047_000];

      // When
      producer.send(
          TOPIC,
          "large",
          value,
          Map.of("ce_type", "io.dlpo.RunCommanded.v1", "ce_subject", run.value()));
      producer.send(new RunCommanded("c-6", run, RunCommand.PAUSE));

      // Then
      TappedRecord dead = deadLetters.awaitRecords(this::isOfTheRun, 1, TIMEOUT).getFirst();
      assertThat(dead.value()).isNull();
      assertThat(dead.header("dead-letter-reason"))
          .startsWith("the value is not a valid io.dlpo.RunCommanded.v1");
      assertThat(Integer.parseInt(dead.header("dead-letter-omitted-bytes")))
          .isBetween(1_047_000, 1_047_200);
      assertThat(dead.header("dead-letter-topic")).isEqualTo(TOPIC);
      assertThat(dead.header("ce_type")).isEqualTo("io.dlpo.RunCommanded.v1");
      tap.awaitRecords(record -> isOfTheRun(record) && record.text().contains("c-6."), 2, TIMEOUT);
      deadLetters.awaitNothingMore(QUIET);
    }
  }

  @Test
  void shouldKeepEveryOneOfManyMalformedRecordsOnce() {
    try (EventTap deadLetters = EventTap.on(DEAD_LETTERS);
        TestProducer producer = TestProducer.shared()) {
      // Given
      List<String> keys = IntStream.range(0, 1000).mapToObj(n -> run.value() + n).toList();

      // When
      keys.parallelStream()
          .forEach(
              key ->
                  producer.send(
                      TOPIC, key, key.getBytes(StandardCharsets.UTF_8), Map.of("n", key)));

      // Then
      List<TappedRecord> dead = deadLetters.awaitRecords(this::isOfTheRun, keys.size(), TIMEOUT);
      assertThat(dead).extracting(TappedRecord::key).containsExactlyInAnyOrderElementsOf(keys);
      assertThat(dead).allSatisfy(letter -> assertThat(letter.text()).isEqualTo(letter.key()));
      deadLetters.awaitNothingMore(QUIET);
    }
  }

  private boolean isOfTheRun(TappedRecord record) {
    return record.text().contains(run.value()) || run.value().equals(record.header("ce_subject"));
  }

  private List<String> commandIds(EventTap tap, int count) {
    return tap
        .awaitRecords(record -> run.value().equals(record.header("ce_subject")), count, TIMEOUT)
        .stream()
        .map(record -> record.as(RunCommanded.class).commandId())
        .toList();
  }
}
