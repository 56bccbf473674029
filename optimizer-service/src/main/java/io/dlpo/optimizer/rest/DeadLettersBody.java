package io.dlpo.optimizer.rest;

import io.dlpo.optimizer.deadletter.DeadLetters;
import io.dlpo.optimizer.deadletter.Secrets;
import java.util.List;

/**
 * The dead letters that match a search.
 *
 * @param letters the dead letters, newest first
 * @param topics the total number of dead letters in each topic, for all runs
 * @param complete whether the search covered all matches
 */
public record DeadLettersBody(
    List<DeadLetterBody> letters, List<TopicCount> topics, boolean complete) {

  /**
   * The number of dead letters in a topic.
   *
   * @param topic the dead-letter topic
   * @param originalTopic the topic of the original records
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
