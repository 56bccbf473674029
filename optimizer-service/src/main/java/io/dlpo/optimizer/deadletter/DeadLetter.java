package io.dlpo.optimizer.deadletter;

import java.time.Instant;
import java.util.Objects;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/**
 * A record that a service could not process, without its value.
 *
 * @param id the location of the dead letter
 * @param topic the topic of the dead letter
 * @param time when the dead letter was written
 * @param originalPartition the partition of the original record; -1 if missing
 * @param originalOffset the offset of the original record; -1 if missing
 * @param eventType the CloudEvents type as received
 * @param run the CloudEvents subject as received
 * @param reason why the service could not process the record
 * @param exceptionClass the class of the exception
 * @param omitted the size of a record that was too large to keep; -1 if it was kept
 * @param redriven when the record was redriven; null if it was not
 */
public record DeadLetter(
    DeadLetterId id,
    DeadLetterTopic topic,
    Instant time,
    long originalPartition,
    long originalOffset,
    @Nullable String eventType,
    @Nullable String run,
    String reason,
    @Nullable String exceptionClass,
    long omitted,
    @Nullable Instant redriven) {

  public DeadLetter {
    Objects.requireNonNull(id, "DeadLetter.id is missing");
    Objects.requireNonNull(topic, "DeadLetter.topic is missing");
    Objects.requireNonNull(time, "DeadLetter.time is missing");
    Objects.requireNonNull(reason, "DeadLetter.reason is missing");
  }

  /** Parses a record of a dead-letter topic. */
  static DeadLetter of(DeadLetterTopic topic, ConsumerRecord<byte[], byte[]> record) {
    LetterHeaders headers = LetterHeaders.of(record.headers());
    String reason = LetterHeaders.text(headers.added(), LetterHeaders.REASON);
    return new DeadLetter(
        new DeadLetterId(record.topic(), record.partition(), record.offset()),
        topic,
        Instant.ofEpochMilli(record.timestamp()),
        LetterHeaders.number(headers.added(), LetterHeaders.PARTITION),
        LetterHeaders.number(headers.added(), LetterHeaders.LAST_ADDED),
        LetterHeaders.text(headers.original(), "ce_type"),
        LetterHeaders.text(headers.original(), "ce_subject"),
        reason == null ? "not given" : reason,
        LetterHeaders.text(headers.added(), LetterHeaders.EXCEPTION),
        record.value() == null
            ? LetterHeaders.number(headers.original(), LetterHeaders.OMITTED)
            : -1,
        null);
  }

  /** Returns a copy with the time of the redrive. */
  public DeadLetter redrivenAt(@Nullable Instant when) {
    return new DeadLetter(
        id,
        topic,
        time,
        originalPartition,
        originalOffset,
        eventType,
        run,
        reason,
        exceptionClass,
        omitted,
        when);
  }

  /** Whether the original record was kept completely. */
  public boolean isWhole() {
    return omitted < 0;
  }
}
