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
 * A dead letter with its record.
 *
 * @param letter the metadata of the dead letter
 * @param record the record in the dead-letter topic
 */
public record StoredLetter(DeadLetter letter, ConsumerRecord<byte[], byte[]> record) {

  /** The header of a redriven record that identifies its dead letter. */
  public static final String REDRIVEN_FROM = "dlpo-redriven-from";

  public StoredLetter {
    Objects.requireNonNull(letter, "StoredLetter.letter is missing");
    Objects.requireNonNull(record, "StoredLetter.record is missing");
  }

  static StoredLetter of(DeadLetterTopic topic, ConsumerRecord<byte[], byte[]> record) {
    return new StoredLetter(DeadLetter.of(topic, record), record);
  }

  /** Returns the headers that describe the failure. */
  public List<Header> added() {
    return LetterHeaders.of(record.headers()).added();
  }

  /** Returns the headers of the original record. */
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
   * Returns the original record for its topic: the same key, value and headers, and a header that
   * identifies the dead letter.
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
