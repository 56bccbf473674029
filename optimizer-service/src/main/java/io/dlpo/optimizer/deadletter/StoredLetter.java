package io.dlpo.optimizer.deadletter;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.jspecify.annotations.Nullable;

/**
 * A dead letter with all that lies in its topic.
 *
 * @param letter what it says
 * @param record as it lies there
 */
public record StoredLetter(DeadLetter letter, ConsumerRecord<byte[], byte[]> record) {

  /** The header of a record that was given back: which dead letter it was. */
  public static final String REDRIVEN_FROM = "dlpo-redriven-from";

  public StoredLetter {
    Objects.requireNonNull(letter, "StoredLetter.letter is missing");
    Objects.requireNonNull(record, "StoredLetter.record is missing");
  }

  static StoredLetter of(DeadLetterTopic topic, ConsumerRecord<byte[], byte[]> record) {
    return new StoredLetter(DeadLetter.of(topic, record), record);
  }

  /** The headers that say why it is one. */
  public List<Header> added() {
    return LetterHeaders.of(record.headers()).added();
  }

  /** The headers of the original record. */
  public List<Header> original() {
    return LetterHeaders.of(record.headers()).original();
  }

  public byte @Nullable [] key() {
    return record.key();
  }

  public byte @Nullable [] value() {
    return record.value();
  }

  /**
   * The original record for its topic: the same key, value and headers, and one that says which
   * dead letter it was.
   */
  ProducerRecord<byte[], byte[]> redriven() {
    List<Header> headers =
        original().stream().filter(header -> !header.key().equals(REDRIVEN_FROM)).toList();
    ProducerRecord<byte[], byte[]> redriven =
        new ProducerRecord<>(
            letter.topic().original(), null, record.key(), record.value(), headers);
    redriven
        .headers()
        .add(
            new RecordHeader(
                REDRIVEN_FROM, letter.id().toString().getBytes(StandardCharsets.UTF_8)));
    return redriven;
  }
}
