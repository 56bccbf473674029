package io.dlpo.optimizer.deadletter;

import io.dlpo.contracts.topic.TopicDefinition;
import io.dlpo.contracts.topic.TopicList;
import io.dlpo.core.refusal.Problem;
import io.dlpo.core.refusal.RefusedException;
import java.util.List;
import java.util.Objects;

/**
 * A topic of dead letters.
 *
 * @param name such as {@code dlpo.batch.scored.v1.optimizer.dlq}
 * @param original the topic that its records came from, and the only one they are given back to
 * @param consumer the service that could not process them
 */
public record DeadLetterTopic(String name, String original, String consumer) {

  public DeadLetterTopic {
    Objects.requireNonNull(name, "DeadLetterTopic.name is missing");
    Objects.requireNonNull(original, "DeadLetterTopic.original is missing");
    Objects.requireNonNull(consumer, "DeadLetterTopic.consumer is missing");
  }

  /** One for each consumer of each topic of the list. */
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
   * The topic of that name among others.
   *
   * @throws RefusedException if there is none
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
                        "one of " + all.stream().map(DeadLetterTopic::name).toList())));
  }
}
