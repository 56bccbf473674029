package io.dlpo.contracts.topic;

import java.time.Duration;
import java.util.List;
import java.util.Objects;

/**
 * A topic.
 *
 * @param name name, such as {@code dlpo.batch.scored.v1}
 * @param partitions number of partitions, 1 or more
 * @param retention how long records are kept
 * @param isPublic whether other applications may consume it
 * @param consumers services that consume it; each has a dead-letter topic for it
 */
public record TopicDefinition(
    String name, int partitions, Duration retention, boolean isPublic, List<String> consumers) {

  public TopicDefinition {
    Objects.requireNonNull(name, "topic name is missing");
    Objects.requireNonNull(retention, () -> "retention of topic " + name + " is missing");
    consumers = List.copyOf(consumers);
    if (partitions < 1) {
      throw new IllegalArgumentException(
          "partitions of topic " + name + " is " + partitions + "; must be 1 or more");
    }
  }

  /** The name of the dead-letter topic of a service for a topic. */
  public static String deadLetterName(String topic, String service) {
    return topic + "." + service + ".dlq";
  }

  /** The dead-letter topics of the consumers: one partition, same retention. */
  List<TopicDefinition> deadLetters() {
    return consumers.stream()
        .map(
            service ->
                new TopicDefinition(deadLetterName(name, service), 1, retention, false, List.of()))
        .toList();
  }
}
