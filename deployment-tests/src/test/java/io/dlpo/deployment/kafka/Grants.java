package io.dlpo.deployment.kafka;

import com.fasterxml.jackson.databind.JsonNode;
import io.dlpo.contracts.event.EventType;
import io.dlpo.deployment.manifest.Manifest;
import io.dlpo.deployment.project.Channel;
import io.dlpo.deployment.project.Project;
import io.dlpo.deployment.project.ServiceFacts;
import java.util.EnumSet;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The rights that services need and users have. */
public final class Grants {

  private Grants() {}

  /** What only services and taps look at; a replay and the pages do without. */
  private static final EnumSet<EventType> NOT_SHOWN =
      EnumSet.of(
          EventType.EXAMPLE_REQUESTED, EventType.PROMPT_COMMANDED, EventType.PROMPT_PROMOTED);

  /**
   * No more and no less than a service's channels need; the optimizer is also what operators ask
   * about all of them.
   */
  public static SortedSet<Grant> needed(ServiceFacts service, Project project) {
    SortedSet<Grant> grants = new TreeSet<>();
    if (service.name().equals("optimizer")) {
      grants.addAll(operating(project));
    }
    for (Channel channel : service.channels()) {
      grants.add(new Grant("topic", channel.topic(), "Read"));
      grants.add(new Grant("group", channel.group(), "Read"));
      grants.add(new Grant("topic", channel.deadLetters(), "Write"));
    }
    service.publishes().forEach(topic -> grants.add(new Grant("topic", topic, "Write")));
    return grants;
  }

  /**
   * What the operators' questions take: which service's backlog a run waits for, replaying a run
   * from its events, showing its events and answers, reading dead letters and giving them back.
   */
  private static SortedSet<Grant> operating(Project project) {
    SortedSet<Grant> grants = new TreeSet<>();
    EnumSet.complementOf(NOT_SHOWN)
        .forEach(type -> grants.add(new Grant("topic", type.topic(), "Read")));
    project.services().stream()
        .flatMap(service -> service.channels().stream())
        .forEach(
            channel -> {
              grants.addAll(watching(channel));
              grants.add(new Grant("topic", channel.deadLetters(), "Read"));
              grants.add(new Grant("topic", channel.topic(), "Write"));
            });
    return grants;
  }

  /** What looking at a channel's backlog takes. */
  public static SortedSet<Grant> watching(Channel channel) {
    return new TreeSet<>(
        List.of(
            new Grant("topic", channel.topic(), "Describe"),
            new Grant("group", channel.group(), "Describe")));
  }

  /** What listening takes: every event, no dead letter, and groups that are nobody else's. */
  public static SortedSet<Grant> tapping() {
    SortedSet<Grant> grants = new TreeSet<>();
    grants.add(Grant.prefixed("group", "tap-", "Read"));
    for (EventType type : EventType.values()) {
      grants.add(new Grant("topic", type.topic(), "Read"));
    }
    return grants;
  }

  /**
   * The rights of a {@code KafkaUser}; anything but a name or a prefix is kept as it is written.
   */
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
    String type = resource.path("type").asText();
    String name = resource.path("name").asText();
    if (!rule.path("type").asText("allow").equals("allow")) {
      return new Grant(type, rule.toString(), operation);
    }
    return switch (resource.path("patternType").asText("literal")) {
      case "literal" -> new Grant(type, name, operation);
      case "prefix" -> Grant.prefixed(type, name, operation);
      default -> new Grant(type, rule.toString(), operation);
    };
  }
}
