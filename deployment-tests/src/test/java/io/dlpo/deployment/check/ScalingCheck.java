package io.dlpo.deployment.check;

import com.fasterxml.jackson.databind.JsonNode;
import io.dlpo.contracts.topic.TopicDefinition;
import io.dlpo.deployment.manifest.Manifest;
import io.dlpo.deployment.manifest.Manifests;
import io.dlpo.deployment.project.Project;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Whatever scales a service scales one that is there, by its own backlog, within safe bounds. */
final class ScalingCheck implements Check {

  private static final Pattern ELSEWHERE = Pattern.compile("([^.:]+)\\.([^.:]+)\\.svc(:\\d+)");

  @Override
  public List<String> problems(Manifests manifests, Project project) {
    List<String> problems = new ArrayList<>();
    Set<String> scaled = new HashSet<>();
    Stream.of("ScaledObject", "HorizontalPodAutoscaler")
        .flatMap(manifests::ofKind)
        .forEach(
            scaler -> {
              String target = scaler.at("/spec/scaleTargetRef/name").asText();
              if (!scaled.add(target)) {
                problems.add(scaler.id() + " scales " + target + ", which another scales as well");
              }
              manifests
                  .find("Deployment", target)
                  .ifPresentOrElse(
                      deployment -> checkReplicas(scaler, deployment, problems),
                      () ->
                          problems.add(scaler.id() + " scales " + target + ", which is not there"));
            });
    manifests.ofKind("ScaledObject").forEach(scaler -> checkRest(scaler, project, problems));
    KafkaTriggers.of(manifests)
        .forEach(trigger -> checkTrigger(trigger, manifests, project, problems));
    return problems;
  }

  private static void checkReplicas(Manifest scaler, Manifest deployment, List<String> problems) {
    if (!deployment.at("/spec/replicas").isMissingNode()) {
      problems.add(scaler.id() + " and the replicas of " + deployment.id() + " are at odds");
    }
  }

  /** Nobody is there to see a deadline pass while a service is scaled to zero. */
  private static void checkRest(Manifest scaler, Project project, List<String> problems) {
    String target = scaler.at("/spec/scaleTargetRef/name").asText();
    if (scaler.at("/spec/minReplicaCount").asInt(0) == 0) {
      project.services().stream()
          .filter(service -> service.name().equals(target) && service.schedules())
          .forEach(
              service ->
                  problems.add(
                      scaler.id() + " lets " + target + " rest, which has work without a record"));
    }
  }

  private static void checkTrigger(
      KafkaTriggers.Trigger trigger, Manifests manifests, Project project, List<String> problems) {
    Manifest owner = trigger.owner();
    if (trigger.channel(project).isEmpty()) {
      problems.add(
          owner.id()
              + " looks at "
              + trigger.topic()
              + " as "
              + trigger.group()
              + ", which is no channel of its target");
    }
    int partitions =
        project.topics().all().stream()
            .filter(topic -> topic.name().equals(trigger.topic()))
            .mapToInt(TopicDefinition::partitions)
            .findFirst()
            .orElse(0);
    if (isWork(partitions) && owner.at("/spec/maxReplicaCount").asInt(100) > partitions) {
      problems.add(owner.id() + " may have more pods than " + trigger.topic() + " has partitions");
    }
    if (!trigger.json().at("/metadata/offsetResetPolicy").asText().equals("earliest")) {
      problems.add(owner.id() + " takes a new group's backlog for none");
    }
    checkAddress(trigger, manifests, problems);
  }

  /** Topics of events have few partitions, and nobody scales by them alone. */
  private static boolean isWork(int partitions) {
    return partitions > 6;
  }

  private static void checkAddress(
      KafkaTriggers.Trigger trigger, Manifests manifests, List<String> problems) {
    String address = trigger.json().at("/metadata/bootstrapServers").asText();
    // A scaler lives in another namespace: host.namespace.svc:port.
    Matcher named = ELSEWHERE.matcher(address);
    if (!named.matches()
        || !AddressCheck.addresses(manifests).contains(named.group(1) + named.group(3))) {
      problems.add(trigger.owner().id() + " is sent to " + address + ", where nothing is");
    } else if (!named.group(2).equals(trigger.owner().namespace())) {
      problems.add(
          "%s is in the namespace '%s' and is sent to %s, the broker of '%s'"
              .formatted(
                  trigger.owner().id(), trigger.owner().namespace(), address, named.group(2)));
    }
    JsonNode authentication = trigger.json().at("/authenticationRef/name");
    if (Elsewhere.orStrimzi(manifests)
        && manifests.find("TriggerAuthentication", authentication.asText()).isEmpty()) {
      problems.add(trigger.owner().id() + " has no way to authenticate");
    }
  }
}
