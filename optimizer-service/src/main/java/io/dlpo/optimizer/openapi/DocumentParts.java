package io.dlpo.optimizer.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dlpo.contracts.topic.TopicList;
import io.dlpo.optimizer.deadletter.DeadLetterTopic;
import io.dlpo.studies.estimate.Assumption;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The parts of the document that {@code dlpo/openapi.json} has.
 *
 * @param tree the file, with the topics and assumptions filled in
 */
record DocumentParts(JsonNode tree) {

  private static final String FILE = "/dlpo/openapi.json";

  static DocumentParts load() {
    try (InputStream file = DocumentParts.class.getResourceAsStream(FILE)) {
      ObjectNode tree =
          (ObjectNode)
              new ObjectMapper().readTree(Objects.requireNonNull(file, FILE + " is not packaged"));
      fill(tree.withObject("/parameters"), DeadLetterTopic.of(TopicList.load()));
      return new DocumentParts(tree);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void fill(ObjectNode parameters, List<DeadLetterTopic> topics) {
    enumerate(
        parameters.withObject("/topic"),
        "Only dead letters of this topic, or in this dead-letter topic.",
        topics.stream().flatMap(topic -> Stream.of(topic.original(), topic.name())));
    enumerate(
        parameters.withObject("/consumer"),
        "Only dead letters that this service could not process.",
        topics.stream().map(DeadLetterTopic::consumer));
    parameters
        .withObject("/deadLetterId")
        .put("type", "string")
        .put("pattern", "^(%s):[0-9]{1,9}:[0-9]{1,18}$".formatted(oneOf(names(topics))));
    parameters
        .withObject("/assume/items")
        .put(
            "pattern",
            "^(%s)=[0-9.]+$"
                .formatted(oneOf(Arrays.stream(Assumption.values()).map(Assumption::key))));
  }

  private static Stream<String> names(List<DeadLetterTopic> topics) {
    return topics.stream().map(DeadLetterTopic::name);
  }

  private static String oneOf(Stream<String> texts) {
    return texts.map(text -> text.replace(".", "[.]")).collect(Collectors.joining("|"));
  }

  private static void enumerate(ObjectNode schema, String description, Stream<String> values) {
    schema.put("description", description).put("type", "string");
    values.distinct().forEach(schema.withArray("enum")::add);
  }

  /** The schemas of request bodies, other than that of a run's spec. */
  ObjectNode schemas() {
    return tree.path("schemas").deepCopy();
  }

  /** How the body of an operation is described; missing for others. */
  JsonNode body(String operation) {
    return tree.path("bodies").path(operation);
  }

  /** An example by name. */
  JsonNode example(String name) {
    return tree.path("examples").path(name);
  }

  /** The schema of a parameter; missing for others. */
  JsonNode parameter(String path, String name) {
    boolean isDeadLetter = name.equals("id") && path.startsWith("/api/dead-letters/");
    boolean isPrompt = name.equals("name") && path.startsWith("/api/prompts/");
    return tree.path("parameters")
        .path(isDeadLetter ? "deadLetterId" : isPrompt ? "promptName" : name);
  }

  /** When an operation answers 409; missing if it does not. */
  JsonNode conflict(String operation) {
    return tree.path("conflicts").path(operation);
  }

  /** What an error status means. */
  String meaning(int status) {
    return tree.path("responses").path(Integer.toString(status)).textValue();
  }
}
