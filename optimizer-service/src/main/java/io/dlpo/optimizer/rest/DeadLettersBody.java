package io.dlpo.optimizer.rest;

import io.dlpo.optimizer.deadletter.DeadLetters;
import io.dlpo.optimizer.deadletter.Secrets;
import java.util.List;

/**
 * The dead letters that were found.
 *
 * @param letters the newest first
 * @param topics how many each topic has in all, whoever they are about
 * @param complete whether all that match were looked at
 */
public record DeadLettersBody(
    List<DeadLetterBody> letters, List<TopicCount> topics, boolean complete) {

  /**
   * The dead letters of a topic.
   *
   * @param topic the dead-letter topic
   * @param originalTopic where they came from
   * @param consumer the service that could not process them
   * @param count 0 or more
   */
  public record TopicCount(String topic, String originalTopic, String consumer, long count) {}

  static DeadLettersBody of(DeadLetters found, Secrets secrets) {
    return new DeadLettersBody(
        found.letters().stream().map(letter -> DeadLetterBody.of(letter, secrets)).toList(),
        found.topics().stream()
            .map(
                count ->
                    new TopicCount(
                        count.topic().name(),
                        count.topic().original(),
                        count.topic().consumer(),
                        count.count()))
            .toList(),
        found.complete());
  }
}
