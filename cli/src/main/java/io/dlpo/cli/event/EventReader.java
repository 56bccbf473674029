package io.dlpo.cli.event;

import io.dlpo.cli.CliException;
import io.dlpo.cli.ExitStatus;
import io.dlpo.contracts.event.EventType;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.StreamSupport;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Reads all event topics. Records of one partition keep their order. */
public final class EventReader implements AutoCloseable {

  private static final Duration POLL = Duration.ofMillis(250);
  private static final int API_TIMEOUT_MILLIS = 20_000;

  private final Consumer<byte[], byte[]> consumer;
  private final List<TopicPartition> partitions;

  EventReader(Consumer<byte[], byte[]> consumer, List<TopicPartition> partitions) {
    this.consumer = consumer;
    this.partitions = partitions;
  }

  /**
   * Subscribes to the topics.
   *
   * @param broker the settings of the Kafka client
   * @param fromBeginning whether to start with the oldest record or with the next one
   * @throws CliException if the broker is unreachable or refuses the connection
   */
  public static EventReader open(Map<String, Object> broker, boolean fromBeginning) {
    Map<String, Object> settings = new HashMap<>(broker);
    settings.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
    settings.put(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, API_TIMEOUT_MILLIS);
    try {
      KafkaConsumer<byte[], byte[]> consumer =
          new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
      EventReader reader = new EventReader(consumer, partitions(consumer));
      consumer.assign(reader.partitions);
      if (fromBeginning) {
        consumer.seekToBeginning(reader.partitions);
      } else {
        consumer.seekToEnd(reader.partitions);
      }
      // Seeking is lazy. Reading the position makes the end the one of this moment.
      reader.partitions.forEach(consumer::position);
      return reader;
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
            ExitStatus.NOT_UP, "the broker at " + servers + " is unreachable; see: ./dlpo status")
        : new CliException(
            ExitStatus.FAILED,
            "the broker at %s refused the connection: %s; check the KAFKA_... environment variables"
                .formatted(servers, cause(e)));
  }

  private static String cause(Throwable e) {
    Throwable cause = e.getCause() == null ? e : e.getCause();
    return String.valueOf(cause.getMessage());
  }

  /**
   * Passes on every event as it arrives.
   *
   * @param listener returns false to stop
   */
  public void read(Predicate<EventRecord> listener) {
    while (poll().stream().allMatch(listener)) {
      // poll again
    }
  }

  /**
   * Passes on the selected events until the last one. Topics have no order among each other, so the
   * events that exist already are passed on by time.
   *
   * @param selected whether to pass on an event
   * @param last whether an event is the last one
   * @param listener returns false to stop
   */
  public void readUntil(
      Predicate<EventRecord> selected,
      Predicate<EventRecord> last,
      Predicate<EventRecord> listener) {
    boolean finished = false;
    List<EventRecord> events = readToEnd(selected);
    while (events.stream().allMatch(listener) && !finished) {
      finished = events.stream().anyMatch(last);
      // After the last event, the other topics may still be behind.
      events = finished ? readToEnd(selected) : poll().stream().filter(selected).toList();
    }
  }

  /** The selected events from the current position to the current end, by time. */
  private List<EventRecord> readToEnd(Predicate<EventRecord> selected) {
    Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
    List<EventRecord> events = new ArrayList<>();
    while (partitions.stream().anyMatch(one -> consumer.position(one) < ends.get(one))) {
      poll().stream().filter(selected).forEach(events::add);
    }
    events.sort(Comparator.comparing(EventRecord::time));
    return events;
  }

  /** The records of one poll, by time. */
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
