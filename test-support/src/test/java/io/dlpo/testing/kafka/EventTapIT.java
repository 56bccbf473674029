package io.dlpo.testing.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dlpo.contracts.event.RunCommand;
import io.dlpo.contracts.event.RunCommanded;
import io.dlpo.contracts.id.RunId;
import io.dlpo.contracts.topic.TopicList;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class EventTapIT {

  private static final Duration TIMEOUT = Duration.ofSeconds(20);

  private final KafkaCluster kafka = KafkaCluster.shared();
  private final String topic = "tap-" + UUID.randomUUID();

  @BeforeEach
  void createTopic() {
    kafka.createTopic(topic, 3);
  }

  @Test
  void shouldSeeFromTheEndOnlyWhatCameAfterItWasOpened() {
    // Given
    try (TestProducer producer = TestProducer.shared()) {
      producer.send(topic, "old", bytes("1"), Map.of());
      try (EventTap tap = EventTap.on(topic)) {

        // When
        producer.send(topic, "new", bytes("2"), Map.of("ce_id", "a"));

        // Then
        assertThat(tap.awaitRecords(tapped -> true, 1, TIMEOUT))
            .singleElement()
            .satisfies(
                tapped -> {
                  assertThat(tapped.topic()).isEqualTo(topic);
                  assertThat(tapped.key()).isEqualTo("new");
                  assertThat(tapped.text()).isEqualTo("2");
                  assertThat(tapped.headers()).isEqualTo(Map.of("ce_id", "a"));
                });
        tap.awaitNothingMore(Duration.ofMillis(300));
      }
    }
  }

  @Test
  void shouldSeeFromTheBeginningAllThatIsThereNullValuesIncluded() {
    // Given
    try (TestProducer producer = TestProducer.shared()) {
      producer.send(topic, "first", bytes("{}"), Map.of());
      producer.send(topic, "first", null, Map.of());

      // When
      try (EventTap tap = EventTap.fromBeginning(kafka.bootstrapServers(), topic)) {

        // Then
        assertThat(tap.awaitRecords(tapped -> "first".equals(tapped.key()), 2, TIMEOUT))
            .extracting(TappedRecord::text)
            .containsExactly("{}", "");
      }
    }
  }

  @Test
  void shouldReadAnEventThatWasPublishedAsAServiceWould() {
    // Given
    kafka.createTopics(TopicList.load());
    RunId run = new RunId("run-" + UUID.randomUUID());
    RunCommanded event = new RunCommanded("command-1", run, RunCommand.PAUSE);
    try (TestProducer producer = TestProducer.shared();
        EventTap tap = EventTap.on("dlpo.run.commanded.v1")) {

      // When
      producer.send(event);

      // Then
      TappedRecord tapped =
          tap.awaitRecords(candidate -> run.value().equals(candidate.key()), 1, TIMEOUT).getFirst();
      assertThat(tapped.as(RunCommanded.class)).isEqualTo(event);
      assertThat(tapped.json().path("command").asText()).isEqualTo("PAUSE");
      assertThat(tapped.headers())
          .containsEntry("ce_type", "io.dlpo.RunCommanded.v1")
          .containsEntry("ce_subject", run.value())
          .containsEntry("content-type", "application/json");
    }
  }

  @Test
  void shouldFailWithTheCountWhenRecordsAreMissing() {
    try (EventTap tap = EventTap.on(topic)) {
      assertThatThrownBy(() -> tap.awaitRecords(tapped -> true, 1, Duration.ofMillis(200)))
          .isInstanceOf(AssertionError.class)
          .hasMessageStartingWith("0 of 1 expected records");
    }
  }

  @Test
  void shouldFailWhenSomethingComesAlthoughNothingShould() throws InterruptedException {
    // Given
    try (EventTap tap = EventTap.on(topic);
        TestProducer producer = TestProducer.shared()) {
      // One who comes again and again: what comes before the watch begins is no fault.
      AtomicBoolean noticed = new AtomicBoolean();
      Runnable coming =
          () -> {
            while (!noticed.get()) {
              producer.send(topic, "intruder", bytes("1"), Map.of());
            }
          };

      // When
      Thread intruder = Thread.ofVirtual().start(coming);
      try {

        // Then
        assertThatThrownBy(() -> tap.awaitNothingMore(Duration.ofMinutes(1)))
            .isInstanceOf(AssertionError.class)
            .hasMessageContaining("intruder");
      } finally {
        noticed.set(true);
        intruder.join();
      }
    }
  }

  @Test
  void shouldLetOthersComeWhereSilenceIsWantedOfOneKeyOnly() {
    // Given
    try (EventTap tap = EventTap.on(topic);
        TestProducer producer = TestProducer.shared()) {
      Thread neighbour =
          Thread.ofVirtual()
              .unstarted(() -> producer.send(topic, "neighbour", bytes("1"), Map.of()));

      // When
      neighbour.start();
      tap.awaitNothingMore(tapped -> "mine".equals(tapped.key()), Duration.ofSeconds(1));

      // Then
      assertThat(tap.awaitRecords(tapped -> true, 1, TIMEOUT))
          .extracting(TappedRecord::key)
          .containsExactly("neighbour");
    }
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
