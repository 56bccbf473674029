package io.dlpo.optimizer.runlog;

import io.dlpo.contracts.event.EventType;
import io.dlpo.contracts.id.RunId;
import io.dlpo.contracts.wire.EventJson;
import io.dlpo.contracts.wire.RunChange;
import io.dlpo.core.replay.LoggedEvent;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.jspecify.annotations.Nullable;

/**
 * Reads the events of a run from their topics, up to the end offsets at the time of the call. Uses
 * no consumer group, and skips the records of other runs without parsing them. Thread-safe; blocks.
 */
public final class LogReader {

  /** Reads outputs before inputs, so that no output is read without the input that caused it. */
  private static final List<List<EventType>> TOPICS =
      List.of(
          List.of(
              EventType.RUN_FINISHED,
              EventType.PROMPT_ACCEPTED,
              EventType.PROMPT_REJECTED,
              EventType.PROMPT_PROPOSED,
              EventType.UPDATE_REPLIED),
          List.of(EventType.GRADIENT_PRODUCED, EventType.BATCH_SCORED),
          List.of(EventType.RUN_COMMANDED, EventType.RUN_REQUESTED));

  private static final Duration POLL = Duration.ofMillis(200);
  private static final int FETCH_WAIT_MILLIS = 20;
  private static final int FETCH_BYTES = 8 * 1024 * 1024;
  private static final Duration SILENCE = Duration.ofSeconds(30);
  private static final String CLOUD_EVENTS = "ce_";
  private static final String SUBJECT = CLOUD_EVENTS + "subject";

  private final Map<String, Object> kafka;
  private final UnaryOperator<String> names;
  private final long maxBytes;

  /**
   * @param kafka consumer configuration: {@code bootstrap.servers} and security settings
   * @param names maps the topic name in the contracts to its name on the broker
   * @param maxBytes the maximum total size of a run's events, which are all held in memory
   */
  public LogReader(Map<String, Object> kafka, UnaryOperator<String> names, long maxBytes) {
    this.kafka = Map.copyOf(kafka);
    this.names = names;
    this.maxBytes = maxBytes;
  }

  private record Dated(long timestamp, EventType type, LoggedEvent event) {}

  /**
   * Returns the events of a run in timestamp order. Events of one partition stay in offset order,
   * even if a clock was set back.
   *
   * @throws UnreadableLogException if the events are too large or one of them cannot be parsed
   * @throws TimeoutException if the broker does not answer
   */
  public List<LoggedEvent> read(RunId runId) {
    List<Dated> found = new ArrayList<>();
    try (Consumer<String, byte[]> consumer = consumer()) {
      long bytes = 0;
      for (List<EventType> types : TOPICS) {
        bytes = read(consumer, types, runId, found, bytes);
      }
    }
    return found.stream()
        .sorted(Comparator.comparingLong(Dated::timestamp).thenComparing(Dated::type))
        .map(Dated::event)
        .toList();
  }

  private long read(
      Consumer<String, byte[]> consumer,
      List<EventType> types,
      RunId runId,
      List<Dated> found,
      long before) {
    Map<String, EventType> byTopic = new HashMap<>();
    types.forEach(type -> byTopic.put(names.apply(type.topic()), type));
    List<TopicPartition> partitions =
        byTopic.keySet().stream()
            .flatMap(topic -> consumer.partitionsFor(topic).stream())
            .map(info -> new TopicPartition(info.topic(), info.partition()))
            .toList();
    // The client warns about each partition that it is asked about and does not have.
    consumer.assign(partitions);
    Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
    Set<TopicPartition> open = new HashSet<>(partitions);
    open.removeIf(partition -> ends.getOrDefault(partition, 0L) == 0);
    consumer.assign(open);
    consumer.seekToBeginning(open);
    Map<TopicPartition, Long> latest = new HashMap<>();
    long bytes = before;
    long waiting = System.nanoTime();
    while (stillOpen(consumer, open, ends)) {
      for (ConsumerRecord<String, byte[]> record : consumer.poll(POLL)) {
        waiting = System.nanoTime();
        if (record.offset() < ends.get(partition(record)) && isOf(record, runId)) {
          bytes += record.serializedValueSize();
          checkSize(runId, bytes);
          EventType type = byTopic.get(record.topic());
          long timestamp = latest.merge(partition(record), record.timestamp(), Math::max);
          found.add(new Dated(timestamp, type, event(record, type)));
        }
      }
      if (System.nanoTime() - waiting > SILENCE.toNanos()) {
        throw new TimeoutException(
            "the broker sent nothing for %d s; try again once it is reachable"
                .formatted(SILENCE.toSeconds()));
      }
    }
    return bytes;
  }

  private static boolean stillOpen(
      Consumer<String, byte[]> consumer, Set<TopicPartition> open, Map<TopicPartition, Long> ends) {
    open.removeIf(partition -> consumer.position(partition) >= ends.getOrDefault(partition, 0L));
    return !open.isEmpty();
  }

  private void checkSize(RunId runId, long bytes) {
    if (bytes > maxBytes) {
      throw new UnreadableLogException(
          "the events of run %s have more than %d bytes, the limit dlpo.optimizer.replay-bytes"
              .formatted(runId.value(), maxBytes));
    }
  }

  private static TopicPartition partition(ConsumerRecord<String, byte[]> record) {
    return new TopicPartition(record.topic(), record.partition());
  }

  private static boolean isOf(ConsumerRecord<String, byte[]> record, RunId runId) {
    return record.value() != null && runId.value().equals(header(record, SUBJECT));
  }

  private static LoggedEvent event(ConsumerRecord<String, byte[]> record, EventType type) {
    try {
      RunChange change = RunChange.of(name -> header(record, CLOUD_EVENTS + name)).orElse(null);
      return new LoggedEvent(EventJson.read(record.value(), type.record()), change);
    } catch (IOException | IllegalArgumentException e) {
      throw new UnreadableLogException(
          "record %d of partition %d of %s cannot be read: %s"
              .formatted(record.offset(), record.partition(), record.topic(), e.getMessage()));
    }
  }

  private static @Nullable String header(ConsumerRecord<String, byte[]> record, String name) {
    Header header = record.headers().lastHeader(name);
    return header == null || header.value() == null
        ? null
        : new String(header.value(), StandardCharsets.UTF_8);
  }

  private Consumer<String, byte[]> consumer() {
    Map<String, Object> config = new HashMap<>(kafka);
    config.remove(ConsumerConfig.GROUP_ID_CONFIG);
    config.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
    config.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
    config.put(ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG, FETCH_WAIT_MILLIS);
    config.put(ConsumerConfig.FETCH_MAX_BYTES_CONFIG, FETCH_BYTES);
    return new KafkaConsumer<>(config, new StringDeserializer(), new ByteArrayDeserializer());
  }
}
