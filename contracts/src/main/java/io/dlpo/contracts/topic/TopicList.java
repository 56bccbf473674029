package io.dlpo.contracts.topic;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * The list of topics in {@code deploy/kafka/topics.yaml}, which is packaged in this library's jar.
 *
 * @param topics the topics in the list, without dead-letter topics
 */
public record TopicList(List<TopicDefinition> topics) {

  private static final String RESOURCE = "/dlpo/topics.yaml";

  public TopicList {
    topics = List.copyOf(topics);
  }

  /** Reads the list from the jar. */
  public static TopicList load() {
    try (InputStream in =
        Objects.requireNonNull(TopicList.class.getResourceAsStream(RESOURCE), RESOURCE)) {
      Document document = new YAMLMapper().readValue(in, Document.class);
      return new TopicList(document.topics().stream().map(Entry::toDefinition).toList());
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + RESOURCE, e);
    }
  }

  /** All topics to create: those of the list and their dead-letter topics. */
  public List<TopicDefinition> all() {
    return topics.stream()
        .flatMap(topic -> Stream.concat(Stream.of(topic), topic.deadLetters().stream()))
        .toList();
  }

  private record Document(List<Entry> topics) {}

  private record Entry(
      String name,
      int partitions,
      String retention,
      @JsonProperty("public") boolean isPublic,
      List<String> consumers) {

    TopicDefinition toDefinition() {
      return new TopicDefinition(name, partitions, Duration.parse(retention), isPublic, consumers);
    }
  }
}
