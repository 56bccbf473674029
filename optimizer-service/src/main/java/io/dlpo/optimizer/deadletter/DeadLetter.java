package io.dlpo.optimizer.deadletter;

import java.time.Instant;
import java.util.Objects;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/**
 * A record that a service could not process, without its value.
 *
 * @param id where it lies
 * @param topic the topic that it lies in
 * @param time when it was written there
 * @param originalPartition where the record was; -1 if the letter does not say
 * @param originalOffset where the record was; -1 if the letter does not say
 * @param eventType its CloudEvents type, as it came
 * @param run its CloudEvents subject, as it came
 * @param reason why it could not be processed
 * @param exceptionClass of the fault
 * @param omitted bytes of a record that was too large to be kept; -1 if all of it is there
 * @param redriven when it was given back to its topic; null if it was not
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

  /** What a record of a dead-letter topic says. */
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

  /** The same with the time at which it was given back. */
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

  /** Whether all of the original record is there. */
  public boolean isWhole() {
    return omitted < 0;
  }
}
