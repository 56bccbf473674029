package io.dlpo.optimizer.live;

import io.dlpo.contracts.event.EventType;
import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndTimestamp;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.jspecify.annotations.Nullable;

/**
 * Reads the records of a run between two times. What it reads, keeps and how long it takes are
 * bounded, and so is the number of readers: a page asks it, and runs need the broker and the memory
 * more. Uses no consumer group. Thread-safe; blocks.
 */
@ApplicationScoped
public class RecordReader {

  private static final int READERS = 2;
  private static final long MAX_READ_BYTES = 128L << 20;
  private static final long MAX_KEPT_BYTES = 16L << 20;
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final Duration POLL = Duration.ofMillis(100);
  private static final int FETCH_WAIT_MILLIS = 20;

  private final Map<String, Object> kafka;
  private final Semaphore readers = new Semaphore(READERS, true);
  private final SeenRecords seen = new SeenRecords((int) MAX_KEPT_BYTES);

  RecordReader(@Identifier("default-kafka-broker") Map<String, Object> kafka) {
    this.kafka = kafka;
  }

  /** The offsets to read of a partition; the end is exclusive. */
  private record Range(long begin, long end) {}

  /**
   * Returns the records of the query.
   *
   * @throws org.apache.kafka.common.KafkaException if the broker does not answer
   */
  public RunRecords read(RecordQuery query) {
    readers.acquireUninterruptibly();
    try (Consumer<String, byte[]> consumer = consumer()) {
      return read(consumer, query);
    } finally {
      readers.release();
    }
  }

  private RunRecords read(Consumer<String, byte[]> consumer, RecordQuery query) {
    Map<TopicPartition, Range> ranges = ranges(consumer, query);
    Set<TopicPartition> open = new HashSet<>(ranges.keySet());
    consumer.assign(open);
    ranges.forEach((partition, range) -> consumer.seek(partition, range.begin()));
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    long readBytes = 0;
    long keptBytes = 0;
    List<SeenRecord> found = new ArrayList<>();
    while (stillOpen(consumer, open, ranges)) {
      boolean within = readBytes < MAX_READ_BYTES && keptBytes < MAX_KEPT_BYTES;
      if (!within || System.nanoTime() > deadline) {
        return ordered(found, false);
      }
      for (ConsumerRecord<String, byte[]> record : consumer.poll(POLL)) {
        readBytes += record.serializedValueSize();
        if (isWanted(record, query, ranges)) {
          keptBytes += record.serializedValueSize();
          found.add(seen.of(query.runId().value(), record));
        }
      }
    }
    return ordered(found, true);
  }

  private static boolean isWanted(
      ConsumerRecord<String, byte[]> record, RecordQuery query, Map<TopicPartition, Range> ranges) {
    Range range = ranges.get(new TopicPartition(record.topic(), record.partition()));
    return range != null
        && record.offset() < range.end()
        && query.runId().value().equals(SeenRecords.runId(record));
  }

  private static RunRecords ordered(List<SeenRecord> found, boolean complete) {
    return new RunRecords(
        found.stream()
            .sorted(Comparator.comparing(SeenRecord::time).thenComparingLong(SeenRecord::offset))
            .toList(),
        complete);
  }

  private static boolean stillOpen(
      Consumer<String, byte[]> consumer,
      Set<TopicPartition> open,
      Map<TopicPartition, Range> ranges) {
    if (open.removeIf(one -> consumer.position(one) >= ranges.get(one).end())) {
      consumer.pause(ranges.keySet().stream().filter(one -> !open.contains(one)).toList());
    }
    return !open.isEmpty();
  }

  private static Map<TopicPartition, Range> ranges(
      Consumer<String, byte[]> consumer, RecordQuery query) {
    List<TopicPartition> partitions =
        query.types().stream()
            .map(EventType::topic)
            .flatMap(topic -> consumer.partitionsFor(topic).stream())
            .map(info -> new TopicPartition(info.topic(), info.partition()))
            .toList();
    Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
    Map<TopicPartition, OffsetAndTimestamp> from = at(consumer, partitions, query.from());
    Instant to = query.to();
    Map<TopicPartition, OffsetAndTimestamp> until =
        to == null ? Map.of() : at(consumer, partitions, to);
    Map<TopicPartition, Range> ranges = new HashMap<>();
    for (TopicPartition partition : partitions) {
      long end = ends.getOrDefault(partition, 0L);
      Range range =
          new Range(
              offset(from.get(partition), end), Math.min(end, offset(until.get(partition), end)));
      if (range.begin() < range.end()) {
        ranges.put(partition, range);
      }
    }
    return ranges;
  }

  /** The first offset at or after a time; a partition without one has no entry or null. */
  private static Map<TopicPartition, OffsetAndTimestamp> at(
      Consumer<String, byte[]> consumer, List<TopicPartition> partitions, Instant time) {
    return consumer.offsetsForTimes(
        partitions.stream()
            .collect(Collectors.toMap(partition -> partition, one -> time.toEpochMilli())));
  }

  private static long offset(@Nullable OffsetAndTimestamp found, long end) {
    return found == null ? end : found.offset();
  }

  private Consumer<String, byte[]> consumer() {
    Map<String, Object> config = new HashMap<>(kafka);
    config.remove(ConsumerConfig.GROUP_ID_CONFIG);
    config.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
    config.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
    config.put(ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG, FETCH_WAIT_MILLIS);
    config.put(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, (int) PATIENCE.toMillis());
    return new KafkaConsumer<>(config, new StringDeserializer(), new ByteArrayDeserializer());
  }
}
