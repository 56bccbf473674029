package io.dlpo.deployment.kafka;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.dlpo.contracts.topic.TopicDefinition;
import io.dlpo.contracts.topic.TopicList;
import io.dlpo.deployment.project.Project;
import io.dlpo.deployment.project.ServiceFacts;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The files that follow from the list of topics and the services' channels. */
public final class GeneratedFiles {

  /** The {@code Kafka} resource that topics and users belong to. */
  public static final String CLUSTER = "dlpo-kafka";

  /** The {@code KafkaUser} of those who listen to the events. */
  public static final String TAP = "kafka-tap";

  private static final String HEADER =
      "# Written by GeneratedFilesTest (-Ddlpo.kubernetes.write=true); do not edit.\n";
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
  private static final YAMLMapper YAML =
      YAMLMapper.builder()
          .enable(YAMLGenerator.Feature.MINIMIZE_QUOTES)
          .enable(YAMLGenerator.Feature.ALWAYS_QUOTE_NUMBERS_AS_STRINGS)
          .enable(YAMLGenerator.Feature.INDENT_ARRAYS_WITH_INDICATOR)
          .build();

  private GeneratedFiles() {}

  /** One line a topic: name, partitions, retention in milliseconds. */
  public static String topicTable(TopicList topics) {
    return topics.all().stream()
        .map(
            topic ->
                topic.name() + " " + topic.partitions() + " " + topic.retention().toMillis() + "\n")
        .collect(Collectors.joining());
  }

  /** A {@code KafkaTopic} for every topic. */
  public static String topicResources(TopicList topics) {
    return documents(topics.all().stream().map(GeneratedFiles::topic));
  }

  /** A {@code KafkaUser} for every service, with the rights that it needs. */
  public static String userResources(Project project) {
    return documents(
        project.services().stream()
            .sorted((one, other) -> one.name().compareTo(other.name()))
            .map(
                service -> user(userOf(service), service.name(), Grants.needed(service, project))));
  }

  /** The user of those who listen. */
  public static String tapResource() {
    return documents(Stream.of(user(TAP, "tap", Grants.tapping())));
  }

  /** Name of the {@code KafkaUser} of a service, and of the secret that Strimzi makes of it. */
  public static String userOf(ServiceFacts service) {
    return "kafka-" + service.name();
  }

  private static ObjectNode topic(TopicDefinition topic) {
    ObjectNode document = resource("KafkaTopic", topic.name());
    ObjectNode spec = document.putObject("spec");
    spec.put("partitions", topic.partitions()).put("replicas", 3);
    spec.putObject("config")
        .put("retention.ms", topic.retention().toMillis())
        .put("min.insync.replicas", 2);
    return document;
  }

  /** A user with the given rights and no others. */
  private static ObjectNode user(String name, String service, SortedSet<Grant> grants) {
    ObjectNode document = resource("KafkaUser", name);
    ((ObjectNode) document.at("/metadata/labels")).put("app.kubernetes.io/name", service);
    ObjectNode spec = document.putObject("spec");
    spec.putObject("authentication").put("type", "scram-sha-512");
    ObjectNode authorization = spec.putObject("authorization").put("type", "simple");
    authorization
        .putArray("acls")
        .addAll(byResource(grants).entrySet().stream().map(GeneratedFiles::rule).toList());
    return document;
  }

  private static SortedMap<String, SortedSet<Grant>> byResource(SortedSet<Grant> grants) {
    return grants.stream()
        .collect(
            Collectors.groupingBy(
                grant -> grant.resource() + " " + grant.name(),
                TreeMap::new,
                Collectors.toCollection(TreeSet::new)));
  }

  private static ObjectNode rule(Map.Entry<String, SortedSet<Grant>> entry) {
    Grant first = entry.getValue().first();
    ObjectNode rule = JSON.objectNode();
    rule.putObject("resource")
        .put("type", first.resource())
        .put("name", first.text())
        .put("patternType", first.pattern());
    entry.getValue().stream()
        .map(Grant::operation)
        .forEach(operation -> rule.withArray("operations").add(operation));
    return rule;
  }

  private static ObjectNode resource(String kind, String name) {
    ObjectNode document = JSON.objectNode();
    document.put("apiVersion", "kafka.strimzi.io/v1").put("kind", kind);
    document
        .putObject("metadata")
        .put("name", name)
        .putObject("labels")
        .put("strimzi.io/cluster", CLUSTER);
    return document;
  }

  private static String documents(Stream<ObjectNode> documents) {
    return HEADER + documents.map(GeneratedFiles::yaml).collect(Collectors.joining());
  }

  private static String yaml(ObjectNode document) {
    try {
      return YAML.writeValueAsString(document);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
