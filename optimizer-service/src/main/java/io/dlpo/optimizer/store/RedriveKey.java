package io.dlpo.optimizer.store;

import io.dlpo.optimizer.deadletter.DeadLetter;
import java.io.Serializable;
import java.time.Instant;

/**
 * The primary key of a redriven dead letter. It includes the timestamp of the letter, because a
 * recreated topic reuses its offsets.
 *
 * @param topic the dead-letter topic
 * @param partition the partition of the letter
 * @param offset the offset of the letter
 * @param writtenAt the timestamp of the letter
 */
public record RedriveKey(String topic, int partition, long offset, Instant writtenAt)
    implements Serializable {

  static RedriveKey of(DeadLetter letter) {
    return new RedriveKey(
        letter.id().topic(), letter.id().partition(), letter.id().offset(), letter.time());
  }
}
