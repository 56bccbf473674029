package io.dlpo.deployment.check;

import io.dlpo.contracts.topic.TopicDefinition;
import io.dlpo.deployment.kafka.GeneratedFiles;
import io.dlpo.deployment.manifest.Manifest;
import io.dlpo.deployment.manifest.Manifests;
import io.dlpo.deployment.project.Project;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The topics are those of the list, and no group forgets where it was before they are empty. */
final class TopicCheck implements Check {

  @Override
  public List<String> problems(Manifests manifests, Project project) {
    if (Elsewhere.broker(manifests)) {
      return List.of();
    }
    List<String> problems = new ArrayList<>();
    Set<String> wanted =
        GeneratedFiles.topicTable(project.topics())
            .lines()
            .collect(Collectors.toCollection(TreeSet::new));
    Set<String> made = made(manifests);
    if (creates(manifests)) {
      if (!made.isEmpty()) {
        problems.add("a service creates topics, although KafkaTopics manage them");
      }
      checkOffsets(manifests, project, problems);
      return problems;
    }
    wanted.stream()
        .filter(topic -> !made.contains(topic))
        .forEach(topic -> problems.add("nothing makes the topic " + topic));
    made.stream()
        .filter(topic -> !wanted.contains(topic))
        .forEach(topic -> problems.add("the list does not have the topic " + topic));
    checkOffsets(manifests, project, problems);
    return problems;
  }

  /** Whether a service creates all topics of the list. */
  private static boolean creates(Manifests manifests) {
    return manifests
        .ofKind("Deployment")
        .flatMap(service -> service.at("/spec/template/spec/containers/0/env").valueStream())
        .filter(entry -> entry.path("name").asText().equals("DLPO_EVENTS_CREATE_TOPICS"))
        .anyMatch(entry -> entry.path("value").asText().equals("true"));
  }

  /** Managed topics as lines of name, partitions and retention. */
  private static Set<String> made(Manifests manifests) {
    return manifests
        .ofKind("KafkaTopic")
        .map(
            topic ->
                "%s %s %s"
                    .formatted(
                        topic.name(),
                        topic.at("/spec/partitions").asText(),
                        topic.at("/spec/config/retention.ms").asText()))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static void checkOffsets(Manifests manifests, Project project, List<String> problems) {
    Duration longest =
        project.topics().all().stream()
            .map(TopicDefinition::retention)
            .max(Comparator.naturalOrder())
            .orElse(Duration.ZERO);
    Duration kept = Duration.ofMinutes(offsetsRetention(manifests).orElse(0L));
    if (kept.compareTo(longest) <= 0) {
      problems.add(
          "offsets are kept for "
              + kept
              + ", topics for up to "
              + longest
              + ": a group at rest would begin anew");
    }
  }

  private static Optional<Long> offsetsRetention(Manifests manifests) {
    Stream<Long> managed =
        manifests
            .ofKind("Kafka")
            .map(kafka -> kafka.at("/spec/kafka/config/offsets.retention.minutes").asLong());
    Stream<Long> embedded =
        manifests.find("StatefulSet", "kafka").map(Manifest::json).stream()
            .flatMap(kafka -> kafka.at("/spec/template/spec/containers/0/env").valueStream())
            .filter(entry -> entry.path("name").asText().equals("KAFKA_OFFSETS_RETENTION_MINUTES"))
            .map(entry -> Long.valueOf(entry.path("value").asText()));
    return Stream.concat(managed, embedded).findFirst();
  }
}
