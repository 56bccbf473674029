package io.dlpo.optimizer.deadletter;

import java.util.List;
import java.util.Objects;

/**
 * What was found in the topics of dead letters.
 *
 * @param letters the newest first
 * @param topics how many each topic has in all, whoever they are about
 * @param complete whether all that match were looked at; a search by run ends after a while
 */
public record DeadLetters(List<DeadLetter> letters, List<Count> topics, boolean complete) {

  public DeadLetters {
    letters = List.copyOf(letters);
    topics = List.copyOf(topics);
  }

  /**
   * The dead letters of a topic.
   *
   * @param topic the dead-letter topic
   * @param count 0 or more
   */
  public record Count(DeadLetterTopic topic, long count) {

    public Count {
      Objects.requireNonNull(topic, "Count.topic is missing");
    }
  }
}
