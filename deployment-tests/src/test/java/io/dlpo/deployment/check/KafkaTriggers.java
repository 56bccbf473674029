package io.dlpo.deployment.check;

import com.fasterxml.jackson.databind.JsonNode;
import io.dlpo.deployment.manifest.Manifest;
import io.dlpo.deployment.manifest.Manifests;
import io.dlpo.deployment.project.Channel;
import io.dlpo.deployment.project.Project;
import java.util.Optional;
import java.util.stream.Stream;

/** The backlogs by which KEDA scales. */
final class KafkaTriggers {

  /** The user that looks at them. */
  static final String USER = "kafka-keda";

  private KafkaTriggers() {}

  static Stream<Trigger> of(Manifests manifests) {
    return manifests
        .ofKind("ScaledObject")
        .flatMap(
            owner ->
                owner
                    .at("/spec/triggers")
                    .valueStream()
                    .map(trigger -> new Trigger(owner, trigger)));
  }

  /**
   * One of them.
   *
   * @param owner the scaled object
   * @param json its trigger
   */
  record Trigger(Manifest owner, JsonNode json) {

    String topic() {
      return json.at("/metadata/topic").asText();
    }

    String group() {
      return json.at("/metadata/consumerGroup").asText();
    }

    /** The channel of the scaled service that has this backlog. */
    Optional<Channel> channel(Project project) {
      String target = owner.at("/spec/scaleTargetRef/name").asText();
      return project.services().stream()
          .filter(service -> service.name().equals(target))
          .flatMap(service -> service.channels().stream())
          .filter(channel -> channel.topic().equals(topic()) && channel.group().equals(group()))
          .findFirst();
    }
  }
}
