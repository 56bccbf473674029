package io.dlpo.cli.event;

import io.dlpo.cli.CliException;
import io.dlpo.cli.ExitStatus;
import io.dlpo.contracts.event.EventType;
import java.time.Duration;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.StreamSupport;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Reads all event topics, each partition in its order, until it has seen enough. */
public final class EventReader implements AutoCloseable {

  private static final Duration POLL = Duration.ofMillis(250);
  private static final int ANSWER_MILLIS = 20_000;

  private final KafkaConsumer<byte[], byte[]> consumer;
  private final List<TopicPartition> partitions;

  private EventReader(KafkaConsumer<byte[], byte[]> consumer, List<TopicPartition> partitions) {
    this.consumer = consumer;
    this.partitions = partitions;
  }

  /**
   * Taps the topics.
   *
   * @param broker how it is reached
   * @param fromBeginning whether it begins with the oldest record, or with what comes from now on
   * @throws CliException if the broker does not answer, or refuses
   */
  public static EventReader open(Map<String, Object> broker, boolean fromBeginning) {
    Map<String, Object> settings = new HashMap<>(broker);
    settings.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
    settings.put(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, ANSWER_MILLIS);
    try {
      KafkaConsumer<byte[], byte[]> consumer =
          new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
      EventReader tap = new EventReader(consumer, partitions(consumer));
      consumer.assign(tap.partitions);
      if (fromBeginning) {
        consumer.seekToBeginning(tap.partitions);
      } else {
        consumer.seekToEnd(tap.partitions);
      }
      // Seeking is lazy; asking for the position makes "from now on" mean now.
      tap.partitions.forEach(consumer::position);
      return tap;
    } catch (KafkaException e) {
      throw failure(broker, e);
    }
  }

  private static List<TopicPartition> partitions(KafkaConsumer<byte[], byte[]> consumer) {
    return Arrays.stream(EventType.values())
        .flatMap(type -> consumer.partitionsFor(type.topic()).stream())
        .map(about -> new TopicPartition(about.topic(), about.partition()))
        .toList();
  }

  private static CliException failure(Map<String, Object> broker, KafkaException e) {
    String servers = String.valueOf(broker.get(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG));
    return e instanceof TimeoutException
        ? new CliException(
            ExitStatus.NOT_UP, "the broker at " + servers + " does not answer; see: ./dlpo status")
        : new CliException(
            ExitStatus.FAILED,
            "the broker at %s refused: %s; its settings are those of the environment, KAFKA_…"
                .formatted(servers, cause(e)));
  }

  private static String cause(Throwable e) {
    Throwable cause = e.getCause() == null ? e : e.getCause();
    return String.valueOf(cause.getMessage());
  }

  /**
   * Hands over every event that comes, for ever.
   *
   * @param listener false if it has seen enough
   */
  public void read(Predicate<EventRecord> listener) {
    while (poll().stream().allMatch(listener)) {
      // the next ones
    }
  }

  /**
   * Hands over every event until one is the last: then what lies in the topics by that time is read
   * to its end, for topics have no order among each other.
   *
   * @param listener false if it has seen enough
   */
  public void readUntil(Predicate<EventRecord> last, Predicate<EventRecord> listener) {
    boolean seen = false;
    while (!seen) {
      List<EventRecord> events = poll();
      if (!events.stream().allMatch(listener)) {
        return;
      }
      seen = events.stream().anyMatch(last);
    }
    Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
    while (partitions.stream().anyMatch(one -> consumer.position(one) < ends.get(one))) {
      if (!poll().stream().allMatch(listener)) {
        return;
      }
    }
  }

  /** In the order of their time, as far as that can be said of what comes together. */
  private List<EventRecord> poll() {
    return StreamSupport.stream(consumer.poll(POLL).spliterator(), false)
        .sorted(Comparator.comparingLong(ConsumerRecord::timestamp))
        .map(EventRecord::of)
        .toList();
  }

  @Override
  public void close() {
    consumer.close();
  }
}
