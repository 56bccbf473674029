package io.dlpo.deployment.check;

import io.dlpo.deployment.kafka.GeneratedFiles;
import io.dlpo.deployment.kafka.Grant;
import io.dlpo.deployment.kafka.Grants;
import io.dlpo.deployment.manifest.Manifest;
import io.dlpo.deployment.manifest.Manifests;
import io.dlpo.deployment.manifest.Pod;
import io.dlpo.deployment.project.Project;
import io.dlpo.deployment.project.ServiceFacts;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Where the broker asks who one is: every service has its user, with the rights that its channels
 * need and no others, and its pods come as that user.
 */
final class AccessCheck implements Check {

  private static final String LOGIN = "KAFKA_SASL_JAAS_CONFIG";

  private static final String TEMPLATE = "/spec/target/template/data/sasl.jaas.config";

  @Override
  public List<String> problems(Manifests manifests, Project project) {
    if (!Elsewhere.orStrimzi(manifests)) {
      return List.of();
    }
    List<String> problems = new ArrayList<>();
    if (!Elsewhere.broker(manifests)) {
      checkRights(manifests, project, problems);
    }
    manifests.pods().forEach(pod -> checkLogin(pod, manifests, project, problems));
    return problems;
  }

  /** Users of a broker elsewhere are made there, with the rights of {@code broker.sh}. */
  private static void checkRights(Manifests manifests, Project project, List<String> problems) {
    Map<String, SortedSet<Grant>> expected = expected(manifests, project);
    expected.forEach((user, grants) -> compare(user, grants, manifests, problems));
    manifests
        .ofKind("KafkaUser")
        .filter(user -> !expected.containsKey(user.name()))
        .forEach(user -> problems.add(user.id() + " belongs to nobody"));
    manifests
        .ofKind("Kafka")
        .filter(kafka -> !kafka.at("/spec/kafka/authorization/type").asText().equals("simple"))
        .forEach(kafka -> problems.add(kafka.id() + " does not ask for rights"));
  }

  private static Map<String, SortedSet<Grant>> expected(Manifests manifests, Project project) {
    Map<String, SortedSet<Grant>> expected = new TreeMap<>();
    project
        .services()
        .forEach(
            service ->
                expected.put(GeneratedFiles.userOf(service), Grants.needed(service, project)));
    manifests
        .find("KafkaUser", GeneratedFiles.TAP)
        .ifPresent(tap -> expected.put(tap.name(), Grants.tapping()));
    KafkaTriggers.of(manifests)
        .forEach(
            trigger ->
                trigger
                    .channel(project)
                    .ifPresent(
                        channel ->
                            expected
                                .computeIfAbsent(KafkaTriggers.USER, user -> new TreeSet<>())
                                .addAll(Grants.watching(channel))));
    return expected;
  }

  private static void compare(
      String user, Set<Grant> needed, Manifests manifests, List<String> problems) {
    Manifest manifest = manifests.find("KafkaUser", user).orElse(null);
    if (manifest == null) {
      problems.add("there is no KafkaUser/" + user);
      return;
    }
    Set<Grant> granted = Grants.granted(manifest);
    needed.stream()
        .filter(grant -> !granted.contains(grant))
        .forEach(grant -> problems.add(manifest.id() + " lacks " + grant));
    granted.stream()
        .filter(grant -> !needed.contains(grant))
        .forEach(
            grant -> problems.add(manifest.id() + " has " + grant + ", which it does not need"));
  }

  private static void checkLogin(
      Pod pod, Manifests manifests, Project project, List<String> problems) {
    pod.module()
        .flatMap(project::ofModule)
        .ifPresent(service -> checkLogin(pod, service, manifests, problems));
  }

  private static void checkLogin(
      Pod pod, ServiceFacts service, Manifests manifests, List<String> problems) {
    String user = GeneratedFiles.userOf(service);
    boolean itsOwn =
        pod.containers()
            .flatMap(container -> container.path("env").valueStream())
            .filter(entry -> entry.path("name").asText().equals(LOGIN))
            .anyMatch(entry -> entry.at("/valueFrom/secretKeyRef/name").asText().equals(user));
    if (!itsOwn) {
      problems.add(pod.owner().id() + " does not come to the broker as " + user);
    }
    manifests
        .ofKind("ExternalSecret")
        .filter(secret -> isLogin(secret, user))
        .filter(secret -> !secret.at(TEMPLATE).asText().contains("username=\"" + user + "\""))
        .forEach(secret -> problems.add(secret.id() + " is the login of another than " + user));
    pod.containers()
        .map(container -> SettingsOf.container(container, manifests))
        .filter(settings -> !"SASL_SSL".equals(settings.get("KAFKA_SECURITY_PROTOCOL")))
        .forEach(settings -> problems.add(pod.owner().id() + " does not talk TLS to the broker"));
  }

  private static boolean isLogin(Manifest secret, String user) {
    return secret.at("/spec/target/name").asText().equals(user)
        && !secret.at(TEMPLATE).isMissingNode();
  }
}
