package io.dlpo.testing.kafka;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;

/**
 * Consumes topics in a separate thread and without a consumer group, and collects the records. Any
 * thread may read them.
 */
public final class EventTap implements AutoCloseable {

  private static final Duration POLL = Duration.ofMillis(100);
  private static final Duration PROBE = Duration.ofMillis(20);

  /** A consumer that closes waits for its last fetch. The default of 500 ms adds up over tests. */
  private static final int FETCH_MAX_WAIT_MILLIS = 50;

  private final KafkaConsumer<String, byte[]> consumer;
  private final List<TappedRecord> records = new ArrayList<>();
  private final AtomicBoolean closed = new AtomicBoolean();
  private final Thread poller;

  private EventTap(KafkaConsumer<String, byte[]> consumer) {
    this.consumer = consumer;
    this.poller = Thread.ofPlatform().daemon().name("event-tap").unstarted(this::poll);
  }

  /** Consumes topics of the shared broker from their current end. */
  public static EventTap on(String... topics) {
    return fromEnd(KafkaCluster.shared().bootstrapServers(), topics);
  }

  /** Consumes topics from their current end: sees everything published after this call. */
  public static EventTap fromEnd(String bootstrapServers, String... topics) {
    return open(bootstrapServers, topics, true);
  }

  /** Consumes topics from the beginning. */
  public static EventTap fromBeginning(String bootstrapServers, String... topics) {
    return open(bootstrapServers, topics, false);
  }

  private static EventTap open(String bootstrapServers, String[] topics, boolean atEnd) {
    KafkaConsumer<String, byte[]> consumer =
        new KafkaConsumer<>(
            Map.of(
                ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                bootstrapServers,
                ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG,
                false,
                ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG,
                FETCH_MAX_WAIT_MILLIS),
            new StringDeserializer(),
            new ByteArrayDeserializer());
    List<TopicPartition> partitions =
        Stream.of(topics)
            .map(consumer::partitionsFor)
            .flatMap(Collection::stream)
            .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
            .toList();
    consumer.assign(partitions);
    if (atEnd) {
      consumer.seekToEnd(partitions);
    } else {
      consumer.seekToBeginning(partitions);
    }
    // Seeking is lazy; querying the position fixes the current end.
    partitions.forEach(consumer::position);
    EventTap tap = new EventTap(consumer);
    tap.poller.start();
    return tap;
  }

  /** Returns all records so far, in order within each partition. */
  public List<TappedRecord> records() {
    synchronized (records) {
      return List.copyOf(records);
    }
  }

  /** Returns the matching records so far. */
  public List<TappedRecord> records(Predicate<TappedRecord> predicate) {
    return records().stream().filter(predicate).toList();
  }

  /**
   * Waits until at least {@code count} records match, and returns all matching records.
   *
   * @throws AssertionError if they do not arrive in time; the message counts the records received
   */
  public List<TappedRecord> awaitRecords(
      Predicate<TappedRecord> predicate, int count, Duration timeout) {
    try {
      return Awaitility.await()
          .pollInterval(PROBE)
          .pollDelay(Duration.ZERO)
          .atMost(timeout)
          .until(() -> records(predicate), matching -> matching.size() >= count);
    } catch (ConditionTimeoutException e) {
      throw new AssertionError(
          "%d of %d expected records came within %s; %d records in all"
              .formatted(records(predicate).size(), count, timeout, records().size()),
          e);
    }
  }

  /**
   * Expects no further record for a while, on topics that no other test uses.
   *
   * @throws AssertionError if a record arrives in that time; the message shows the first one
   */
  public void awaitNothingMore(Duration quiet) {
    awaitNothingMore(tapped -> true, quiet);
  }

  /**
   * Expects no further matching record for a while, on topics that other tests use concurrently. If
   * the process stalls, this only takes longer.
   *
   * @throws AssertionError if one arrives in that time; the message shows the first one
   */
  public void awaitNothingMore(Predicate<TappedRecord> predicate, Duration quiet) {
    int before = records(predicate).size();
    long start = System.nanoTime();
    Awaitility.await()
        .pollInterval(PROBE)
        .pollDelay(Duration.ZERO)
        .forever()
        .until(
            () ->
                System.nanoTime() - start >= quiet.toNanos() || records(predicate).size() > before);
    List<TappedRecord> matching = records(predicate);
    if (matching.size() > before) {
      TappedRecord first = matching.get(before);
      throw new AssertionError(
          "a record came although none was expected: " + first.topic() + " " + first.key());
    }
  }

  private void poll() {
    try (consumer) {
      while (!closed.get()) {
        List<TappedRecord> polled = new ArrayList<>();
        consumer.poll(POLL).forEach(consumed -> polled.add(new TappedRecord(consumed)));
        synchronized (records) {
          records.addAll(polled);
        }
      }
    }
  }

  @Override
  public void close() {
    closed.set(true);
    try {
      poller.join(Duration.ofSeconds(10));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
