package io.dlpo.contracts.topic;

import java.time.Duration;
import java.util.List;
import java.util.Objects;

/**
 * A topic.
 *
 * @param name such as {@code dlpo.batch.scored.v1}
 * @param partitions 1 or more
 * @param retention how long records stay
 * @param isPublic whether others may tap it
 * @param consumers services that read it and have a dead-letter topic for it
 */
public record TopicDefinition(
    String name, int partitions, Duration retention, boolean isPublic, List<String> consumers) {

  public TopicDefinition {
    Objects.requireNonNull(name, "topic name is missing");
    Objects.requireNonNull(retention, () -> "retention of topic " + name + " is missing");
    consumers = List.copyOf(consumers);
    if (partitions < 1) {
      throw new IllegalArgumentException(
          "partitions of topic " + name + " is " + partitions + "; allowed is 1 or more");
    }
  }

  /** The name of the topic for the records that a service cannot process. */
  public static String deadLetterName(String topic, String service) {
    return topic + "." + service + ".dlq";
  }

  /** The dead-letter topics of its consumers: one partition, kept as long. */
  List<TopicDefinition> deadLetters() {
    return consumers.stream()
        .map(
            service ->
                new TopicDefinition(deadLetterName(name, service), 1, retention, false, List.of()))
        .toList();
  }
}
