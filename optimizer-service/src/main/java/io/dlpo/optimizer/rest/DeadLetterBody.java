package io.dlpo.optimizer.rest;

import io.dlpo.optimizer.deadletter.DeadLetter;
import io.dlpo.optimizer.deadletter.Secrets;
import io.dlpo.optimizer.deadletter.ShownText;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A dead letter in a list. Text from the record is truncated and has no control characters.
 *
 * @param id topic, partition and offset, separated by colons
 * @param time when the dead letter was written
 * @param consumer the service that could not process the record
 * @param originalTopic the topic of the record
 * @param originalPartition the partition of the record; null if unknown
 * @param originalOffset the offset of the record; null if unknown
 * @param eventType the CloudEvents type as received
 * @param runId the CloudEvents subject as received
 * @param reason why the service could not process the record
 * @param exceptionClass the class of the exception
 * @param omittedBytes the size of a record that was too large to keep; null if it was kept
 * @param redrivenAt when the record was redriven; null if it was not
 */
public record DeadLetterBody(
    String id,
    String topic,
    int partition,
    long offset,
    Instant time,
    String consumer,
    String originalTopic,
    @Nullable Long originalPartition,
    @Nullable Long originalOffset,
    @Nullable String eventType,
    @Nullable String runId,
    String reason,
    @Nullable String exceptionClass,
    @Nullable Long omittedBytes,
    @Nullable Instant redrivenAt) {

  private static final int NAME_BYTES = 200;
  private static final int REASON_BYTES = 1000;

  static DeadLetterBody of(DeadLetter letter, Secrets secrets) {
    return new DeadLetterBody(
        letter.id().toString(),
        letter.id().topic(),
        letter.id().partition(),
        letter.id().offset(),
        letter.time(),
        letter.topic().consumer(),
        letter.topic().original(),
        known(letter.originalPartition()),
        known(letter.originalOffset()),
        shown(letter.eventType(), NAME_BYTES, secrets),
        shown(letter.run(), NAME_BYTES, secrets),
        String.valueOf(shown(letter.reason(), REASON_BYTES, secrets)),
        shown(letter.exceptionClass(), NAME_BYTES, secrets),
        known(letter.omitted()),
        letter.redriven());
  }

  private static @Nullable Long known(long number) {
    return number < 0 ? null : number;
  }

  private static @Nullable String shown(@Nullable String text, int most, Secrets secrets) {
    return text == null
        ? null
        : ShownText.of(text.getBytes(StandardCharsets.UTF_8), most, secrets).text();
  }
}
