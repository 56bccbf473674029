package io.dlpo.deployment.kafka;

import com.fasterxml.jackson.databind.JsonNode;
import io.dlpo.deployment.manifest.Manifest;
import io.dlpo.deployment.project.Channel;
import io.dlpo.deployment.project.Project;
import io.dlpo.deployment.project.ServiceFacts;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The rights that services need and users have. */
public final class Grants {

  private Grants() {}

  /**
   * No more and no less than a service's channels need; the optimizer also says of each run which
   * service's backlog it waits for.
   */
  public static SortedSet<Grant> needed(ServiceFacts service, Project project) {
    SortedSet<Grant> grants = new TreeSet<>();
    if (service.name().equals("optimizer")) {
      project.services().stream()
          .flatMap(other -> other.channels().stream())
          .forEach(channel -> grants.addAll(watching(channel)));
    }
    for (Channel channel : service.channels()) {
      grants.add(new Grant("topic", channel.topic(), "Read"));
      grants.add(new Grant("group", channel.group(), "Read"));
      grants.add(new Grant("topic", channel.deadLetters(), "Write"));
    }
    service.publishes().forEach(topic -> grants.add(new Grant("topic", topic, "Write")));
    return grants;
  }

  /** What looking at a channel's backlog takes. */
  public static SortedSet<Grant> watching(Channel channel) {
    return new TreeSet<>(
        List.of(
            new Grant("topic", channel.topic(), "Describe"),
            new Grant("group", channel.group(), "Describe")));
  }

  /** The rights of a {@code KafkaUser}; anything but a literal name is kept as it is written. */
  public static SortedSet<Grant> granted(Manifest user) {
    return user.at("/spec/authorization/acls")
        .valueStream()
        .flatMap(
            rule ->
                rule.path("operations")
                    .valueStream()
                    .map(operation -> grant(rule, operation.asText())))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Grant grant(JsonNode rule, String operation) {
    JsonNode resource = rule.path("resource");
    boolean literal =
        resource.path("patternType").asText("literal").equals("literal")
            && rule.path("type").asText("allow").equals("allow");
    return new Grant(
        resource.path("type").asText(),
        literal ? resource.path("name").asText() : rule.toString(),
        operation);
  }
}
