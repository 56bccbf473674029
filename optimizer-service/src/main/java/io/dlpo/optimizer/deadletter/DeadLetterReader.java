package io.dlpo.optimizer.deadletter;

import io.dlpo.contracts.topic.TopicList;
import io.dlpo.optimizer.deadletter.DeadLetterConsumer.Extent;
import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

/** Finds dead letters in their topics. Each call uses a new consumer. Blocks. */
@ApplicationScoped
public class DeadLetterReader {

  /** The number of records to read at once, backwards from the newest. */
  private static final int WINDOW = 500;

  /** The maximum number of records to search in a partition. */
  private static final int LOOKED_AT = 50_000;

  private final Map<String, Object> kafka;
  private final List<DeadLetterTopic> topics = DeadLetterTopic.of(TopicList.load());

  DeadLetterReader(@Identifier("default-kafka-broker") Map<String, Object> kafka) {
    this.kafka = kafka;
  }

  /**
   * Returns the newest dead letters that match a filter.
   *
   * @param limit the maximum number of dead letters, 1 or more
   */
  public DeadLetters newest(DeadLetterFilter filter, int limit) {
    List<DeadLetterTopic> meant = filter.topics(topics);
    try (DeadLetterConsumer consumer = new DeadLetterConsumer(kafka)) {
      List<Extent> extents = consumer.extents(meant.stream().map(DeadLetterTopic::name).toList());
      List<DeadLetter> found = new ArrayList<>();
      boolean complete = true;
      for (Extent extent : extents) {
        complete &= newestOf(consumer, extent, filter, limit, found);
      }
      found.sort(Comparator.comparing(DeadLetter::time).thenComparing(DeadLetter::id).reversed());
      return new DeadLetters(
          found.subList(0, Math.min(limit, found.size())),
          meant.stream().map(topic -> count(topic, extents)).toList(),
          complete);
    }
  }

  /** Returns the dead letter at a location. */
  public Optional<StoredLetter> find(DeadLetterId id) {
    DeadLetterTopic topic = DeadLetterTopic.named(id.topic(), topics);
    try (DeadLetterConsumer consumer = new DeadLetterConsumer(kafka)) {
      TopicPartition partition = new TopicPartition(id.topic(), id.partition());
      boolean there =
          consumer.extents(List.of(id.topic())).stream()
              .filter(extent -> extent.partition().equals(partition))
              .anyMatch(extent -> extent.begin() <= id.offset() && id.offset() < extent.end());
      List<StoredLetter> found = new ArrayList<>();
      if (there) {
        consumer.read(
            partition,
            id.offset(),
            id.offset() + 1,
            record -> found.add(StoredLetter.of(topic, record)));
      }
      return found.stream().findFirst();
    }
  }

  /** Passes all current dead letters that match a filter to a sink, oldest first per partition. */
  void forEach(DeadLetterFilter filter, Consumer<StoredLetter> sink) {
    List<DeadLetterTopic> meant = filter.topics(topics);
    try (DeadLetterConsumer consumer = new DeadLetterConsumer(kafka)) {
      for (Extent extent : consumer.extents(meant.stream().map(DeadLetterTopic::name).toList())) {
        DeadLetterTopic topic = topicOf(extent);
        consumer.read(
            extent.partition(),
            extent.begin(),
            extent.end(),
            record -> {
              StoredLetter stored = StoredLetter.of(topic, record);
              if (filter.matches(stored.letter())) {
                sink.accept(stored);
              }
            });
      }
    }
  }

  /**
   * @return whether the search covered all candidates for the newest dead letters
   */
  private boolean newestOf(
      DeadLetterConsumer consumer,
      Extent extent,
      DeadLetterFilter filter,
      int limit,
      List<DeadLetter> sink) {
    DeadLetterTopic topic = topicOf(extent);
    int found = 0;
    long end = extent.end();
    while (end > extent.begin() && found < limit && extent.end() - end < LOOKED_AT) {
      long from = Math.max(extent.begin(), end - WINDOW);
      List<DeadLetter> window = new ArrayList<>();
      consumer.read(extent.partition(), from, end, record -> add(topic, record, filter, window));
      sink.addAll(window);
      found += window.size();
      end = from;
    }
    return end == extent.begin() || found >= limit;
  }

  private static void add(
      DeadLetterTopic topic,
      ConsumerRecord<byte[], byte[]> record,
      DeadLetterFilter filter,
      List<DeadLetter> sink) {
    DeadLetter letter = DeadLetter.of(topic, record);
    if (filter.matches(letter)) {
      sink.add(letter);
    }
  }

  private static DeadLetters.Count count(DeadLetterTopic topic, List<Extent> extents) {
    return new DeadLetters.Count(
        topic,
        extents.stream()
            .filter(extent -> extent.partition().topic().equals(topic.name()))
            .mapToLong(Extent::size)
            .sum());
  }

  private DeadLetterTopic topicOf(Extent extent) {
    return DeadLetterTopic.named(extent.partition().topic(), topics);
  }
}
