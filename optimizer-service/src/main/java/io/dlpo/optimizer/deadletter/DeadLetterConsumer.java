package io.dlpo.optimizer.deadletter;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * Reads ranges of partitions without a consumer group, so that it does not affect the handlers.
 * Short-lived and not thread-safe.
 */
final class DeadLetterConsumer implements AutoCloseable {

  private static final Duration POLL = Duration.ofMillis(500);
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  /** A dead letter can be as large as the maximum message size, so each fetch is small. */
  private static final int FETCHED_BYTES = 4 << 20;

  /** A consumer that closes waits for its last fetch: without this, half a second for each. */
  private static final int FETCH_WAIT_MILLIS = 20;

  private final KafkaConsumer<byte[], byte[]> consumer;

  /**
   * @param kafka the consumer configuration
   */
  DeadLetterConsumer(Map<String, Object> kafka) {
    Map<String, Object> settings = new HashMap<>(kafka);
    settings.keySet().removeAll(List.of("key.deserializer", "value.deserializer", "group.id"));
    settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
    settings.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
    settings.put(ConsumerConfig.FETCH_MAX_BYTES_CONFIG, FETCHED_BYTES);
    settings.put(ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG, FETCH_WAIT_MILLIS);
    settings.put(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, (int) PATIENCE.toMillis());
    this.consumer =
        new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
  }

  /**
   * The range of offsets in a partition.
   *
   * @param partition the partition
   * @param begin the first offset
   * @param end the offset after the last record
   */
  record Extent(TopicPartition partition, long begin, long end) {

    long size() {
      return end - begin;
    }
  }

  /**
   * Returns the current offset ranges of all partitions. A topic that does not exist has none.
   *
   * @throws TopicAuthorizationException if reading one of the topics is not authorized
   */
  List<Extent> extents(Collection<String> topics) {
    Map<String, List<PartitionInfo>> there = consumer.listTopics();
    List<TopicPartition> partitions =
        topics.stream()
            // The list omits unauthorized topics; querying a topic by name reports the error.
            .map(
                topic ->
                    there.containsKey(topic) ? there.get(topic) : consumer.partitionsFor(topic))
            .flatMap(List::stream)
            .map(info -> new TopicPartition(info.topic(), info.partition()))
            .toList();
    // The client warns about each partition that it is asked about and does not have.
    consumer.assign(partitions);
    Map<TopicPartition, Long> begins = consumer.beginningOffsets(partitions);
    Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
    return partitions.stream()
        .map(partition -> new Extent(partition, begins.get(partition), ends.get(partition)))
        .toList();
  }

  /**
   * Reads the records between two offsets, in order; the end is exclusive.
   *
   * @throws TimeoutException if the broker does not answer in time
   */
  void read(
      TopicPartition partition, long from, long to, Consumer<ConsumerRecord<byte[], byte[]>> sink) {
    consumer.assign(List.of(partition));
    consumer.seek(partition, from);
    long view = System.nanoTime();
    long position = from;
    while (position < to) {
      for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
        if (record.offset() < to) {
          sink.accept(record);
        }
      }
      long next = consumer.position(partition);
      if (next > position) {
        view = System.nanoTime();
      } else if (System.nanoTime() - view > PATIENCE.toNanos()) {
        throw new TimeoutException(
            "the broker did not send %s from offset %d within %s"
                .formatted(partition, position, PATIENCE));
      }
      position = next;
    }
  }

  @Override
  public void close() {
    consumer.close();
  }
}
