package io.dlpo.optimizer.deadletter;

import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * Redrives dead letters to their original topics. Every consumer of the topic receives the record
 * again, including those that processed it successfully. This is harmless, because handlers are
 * idempotent. Blocks.
 */
@ApplicationScoped
public class Redriver {

  private static final int AT_ONCE = 200;
  private static final int AT_ONCE_BYTES = 16 << 20;

  /** Must be shorter than the transaction timeout. */
  private static final int PATIENCE_MILLIS = 20_000;

  /** Exceeds the broker's maximum message size, so that the broker enforces the limit. */
  private static final int LARGEST = 64 << 20;

  private final Map<String, Object> kafka;
  private final DeadLetterReader reader;
  private final Redrives redrives;

  Redriver(
      @Identifier("default-kafka-broker") Map<String, Object> kafka,
      DeadLetterReader reader,
      Redrives redrives) {
    this.kafka = kafka;
    this.reader = reader;
    this.redrives = redrives;
  }

  /**
   * Redrives one dead letter.
   *
   * @param again whether to redrive it even if it was redriven before
   */
  public RedriveOutcome redrive(StoredLetter letter, boolean again) {
    try (KafkaProducer<byte[], byte[]> producer = producer()) {
      return redrive(producer, List.of(letter), again);
    }
  }

  /** Redrives all current dead letters that match a filter, in order. */
  public RedriveOutcome redriveAll(DeadLetterFilter filter, boolean again) {
    try (KafkaProducer<byte[], byte[]> producer = producer()) {
      Batches batches = new Batches(producer, again);
      reader.forEach(filter, batches::add);
      return batches.end();
    }
  }

  /** Collects dead letters up to a maximum number and size, and redrives each batch at once. */
  private final class Batches {

    private final KafkaProducer<byte[], byte[]> producer;
    private final boolean again;
    private final List<StoredLetter> batch = new ArrayList<>();
    private long bytes;
    private RedriveOutcome outcome = RedriveOutcome.NONE;

    Batches(KafkaProducer<byte[], byte[]> producer, boolean again) {
      this.producer = producer;
      this.again = again;
    }

    void add(StoredLetter letter) {
      batch.add(letter);
      bytes += Math.max(0, letter.record().serializedValueSize());
      if (batch.size() >= AT_ONCE || bytes >= AT_ONCE_BYTES) {
        flush();
      }
    }

    RedriveOutcome end() {
      flush();
      return outcome;
    }

    private void flush() {
      outcome = outcome.plus(redrive(producer, batch, again));
      batch.clear();
      bytes = 0;
    }
  }

  private RedriveOutcome redrive(
      KafkaProducer<byte[], byte[]> producer, List<StoredLetter> letters, boolean again) {
    List<StoredLetter> whole =
        letters.stream().filter(letter -> letter.letter().isWhole()).toList();
    int published = redrives.once(whole, again, chosen -> publish(producer, chosen)).size();
    return new RedriveOutcome(published, whole.size() - published, letters.size() - whole.size());
  }

  private static void publish(KafkaProducer<byte[], byte[]> producer, List<StoredLetter> letters) {
    List<Future<RecordMetadata>> sent =
        letters.stream().map(letter -> producer.send(letter.redriven())).toList();
    producer.flush();
    for (Future<RecordMetadata> one : sent) {
      try {
        one.get();
      } catch (ExecutionException e) {
        throw e.getCause() instanceof KafkaException fault
            ? fault
            : new KafkaException("the broker did not take a record", e.getCause());
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException("interrupted while giving dead letters back", e);
      }
    }
  }

  private KafkaProducer<byte[], byte[]> producer() {
    Map<String, Object> settings = new HashMap<>(kafka);
    settings.keySet().removeAll(List.of("key.serializer", "value.serializer"));
    settings.put(ProducerConfig.ACKS_CONFIG, "all");
    settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, PATIENCE_MILLIS / 2);
    settings.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, PATIENCE_MILLIS / 2);
    settings.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, PATIENCE_MILLIS);
    settings.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, LARGEST);
    return new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer());
  }
}
