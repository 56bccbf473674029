package io.dlpo.cli.event;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.dlpo.contracts.event.EventType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.junit.jupiter.api.Test;

class EventReaderTest {

  private static final TopicPartition PROPOSED = partition(EventType.PROMPT_PROPOSED);
  private static final TopicPartition SCORED = partition(EventType.BATCH_SCORED);
  private static final TopicPartition FINISHED = partition(EventType.RUN_FINISHED);
  private static final List<TopicPartition> ALL = List.of(FINISHED, SCORED, PROPOSED);

  private final MockConsumer<byte[], byte[]> consumer = new MockConsumer<>("earliest");
  private final Map<TopicPartition, Long> ends = new HashMap<>();
  private final List<String> read = new ArrayList<>();

  @Test
  void shouldPassOnTheRecordedEventsOfARunByTime() {
    // Given
    EventReader reader = reader();
    add(FINISHED, "run-1", 50);
    add(SCORED, "run-1", 20);
    add(SCORED, "run-2", 25);
    add(SCORED, "run-1", 40);
    add(PROPOSED, "run-1", 10);
    add(PROPOSED, "run-1", 30);

    // When
    reader.readUntil(
        event -> event.subject().equals("run-1"),
        event -> event.is(EventType.RUN_FINISHED),
        this::note);

    // Then
    assertThat(read).containsExactly("run-1 10", "run-1 20", "run-1 30", "run-1 40", "run-1 50");
  }

  @Test
  void shouldFollowARunThatHasNotEndedAndReadTheOtherTopicsToTheirEnd() {
    // Given
    EventReader reader = reader();
    add(PROPOSED, "run-1", 10);
    consumer.schedulePollTask(() -> {});
    consumer.schedulePollTask(() -> add(FINISHED, "run-1", 50));
    consumer.schedulePollTask(() -> {});
    ends.put(SCORED, 0L);

    // When
    reader.readUntil(
        event -> event.subject().equals("run-1"),
        event -> {
          boolean last = event.is(EventType.RUN_FINISHED);
          if (last) {
            add(SCORED, "run-1", 40);
          }
          return last;
        },
        this::note);

    // Then
    assertThat(read).containsExactly("run-1 10", "run-1 50", "run-1 40");
  }

  @Test
  void shouldStopWhenTheListenerIsDone() {
    // Given
    EventReader reader = reader();
    add(PROPOSED, "run-1", 10);
    add(PROPOSED, "run-1", 20);

    // When
    reader.readUntil(event -> true, event -> false, event -> !note(event));

    // Then
    assertThat(read).containsExactly("run-1 10");
  }

  private EventReader reader() {
    consumer.assign(ALL);
    ALL.forEach(one -> ends.put(one, 0L));
    consumer.updateBeginningOffsets(ends);
    consumer.updateEndOffsets(ends);
    consumer.seekToBeginning(ALL);
    return new EventReader(consumer, ALL);
  }

  private boolean note(EventRecord event) {
    return read.add(event.subject() + " " + event.time().toEpochMilli());
  }

  private void add(TopicPartition partition, String run, long time) {
    RecordHeaders headers = new RecordHeaders();
    headers.add("ce_subject", run.getBytes(UTF_8));
    long offset = ends.merge(partition, 1L, Long::sum) - 1;
    consumer.updateEndOffsets(ends);
    consumer.addRecord(
        new ConsumerRecord<>(
            partition.topic(),
            partition.partition(),
            offset,
            time,
            TimestampType.CREATE_TIME,
            0,
            2,
            new byte[0],
            "{}".getBytes(UTF_8),
            headers,
            Optional.empty()));
  }

  private static TopicPartition partition(EventType type) {
    return new TopicPartition(type.topic(), 0);
  }
}
