package io.dlpo.optimizer.deadletter;

import io.dlpo.contracts.topic.TopicDefinition;
import io.dlpo.contracts.topic.TopicList;
import io.dlpo.core.refusal.Problem;
import io.dlpo.core.refusal.RefusedException;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * A dead-letter topic.
 *
 * @param name such as {@code dlpo.batch.scored.v1.optimizer.dlq}
 * @param original the topic of the original records, and the only one that they are redriven to
 * @param consumer the service that could not process the records
 */
public record DeadLetterTopic(String name, String original, String consumer) {

  public DeadLetterTopic {
    Objects.requireNonNull(name, "DeadLetterTopic.name is missing");
    Objects.requireNonNull(original, "DeadLetterTopic.original is missing");
    Objects.requireNonNull(consumer, "DeadLetterTopic.consumer is missing");
  }

  /** Returns one dead-letter topic for each consumer of each topic in the list. */
  public static List<DeadLetterTopic> of(TopicList list) {
    return list.topics().stream()
        .flatMap(
            topic ->
                topic.consumers().stream()
                    .map(
                        consumer ->
                            new DeadLetterTopic(
                                TopicDefinition.deadLetterName(topic.name(), consumer),
                                topic.name(),
                                consumer)))
        .toList();
  }

  /**
   * Returns the topic with a name.
   *
   * @throws RefusedException if the topic does not exist
   */
  public static DeadLetterTopic named(String name, List<DeadLetterTopic> all) {
    return all.stream()
        .filter(topic -> topic.name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new RefusedException(
                    Problem.of(
                        "topic",
                        name,
                        all.stream()
                            .map(DeadLetterTopic::name)
                            .collect(Collectors.joining(", ", "one of ", "")))));
  }
}
