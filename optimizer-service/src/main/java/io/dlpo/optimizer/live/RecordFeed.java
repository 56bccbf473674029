package io.dlpo.optimizer.live;

import io.dlpo.contracts.event.EventType;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/**
 * The consumer of a replica: every record about a run from now on. Every replica needs all of them,
 * so it is in no group: it leaves nothing at the broker and needs no further permission. Not
 * thread-safe.
 */
final class RecordFeed implements AutoCloseable {

  /** Where a run's records are; the work queue and the predictions are too many to watch. */
  static final List<EventType> TYPES =
      Stream.of(EventType.values())
          .filter(type -> type != EventType.EXAMPLE_REQUESTED)
          .filter(type -> type != EventType.PREDICTION_PRODUCED)
          .toList();

  static final String CLIENT = "dlpo-optimizer-live";

  private static final Duration PATIENCE = Duration.ofSeconds(5);
  private static final int FETCH_WAIT_MILLIS = 100;
  private static final int MAX_DATA = 100_000;

  private final SeenRecords seen = new SeenRecords(MAX_DATA);
  private final Consumer<String, byte[]> consumer;

  /** Starts at the current end of all topics. */
  RecordFeed(Map<String, Object> kafka) {
    Map<String, Object> config = new HashMap<>(kafka);
    config.remove(ConsumerConfig.GROUP_ID_CONFIG);
    config.put(ConsumerConfig.CLIENT_ID_CONFIG, CLIENT);
    config.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
    config.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
    config.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "latest");
    config.put(ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG, FETCH_WAIT_MILLIS);
    config.put(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, (int) PATIENCE.toMillis());
    this.consumer =
        new KafkaConsumer<>(config, new StringDeserializer(), new ByteArrayDeserializer());
    try {
      startAtEnd();
    } catch (RuntimeException e) {
      consumer.close();
      throw e;
    }
  }

  private void startAtEnd() {
    List<TopicPartition> partitions =
        TYPES.stream()
            .flatMap(type -> consumer.partitionsFor(type.topic()).stream())
            .map(info -> new TopicPartition(info.topic(), info.partition()))
            .toList();
    consumer.assign(partitions);
    consumer.endOffsets(partitions).forEach(consumer::seek);
  }

  /** Waits for records; empty if there are none in time. */
  List<SeenRecord> next(Duration patience) {
    List<SeenRecord> records = new ArrayList<>();
    for (ConsumerRecord<String, byte[]> record : consumer.poll(patience)) {
      String runId = SeenRecords.runId(record);
      if (runId != null) {
        records.add(seen.of(runId, record));
      }
    }
    return records;
  }

  @Override
  public void close() {
    consumer.close();
  }
}
