package io.dlpo.optimizer.deadletter;

import java.util.List;
import java.util.Objects;

/**
 * The dead letters that match a search.
 *
 * @param letters the dead letters, newest first
 * @param topics the total number of dead letters in each topic, for all runs
 * @param complete whether the search covered all matches; a search for a run has a limit
 */
public record DeadLetters(List<DeadLetter> letters, List<Count> topics, boolean complete) {

  public DeadLetters {
    letters = List.copyOf(letters);
    topics = List.copyOf(topics);
  }

  /**
   * The number of dead letters in a topic.
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
