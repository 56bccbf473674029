package io.dlpo.deployment.check;

import com.fasterxml.jackson.databind.JsonNode;
import io.dlpo.deployment.manifest.Labels;
import io.dlpo.deployment.manifest.Manifest;
import io.dlpo.deployment.manifest.Manifests;
import io.dlpo.deployment.manifest.Pod;
import io.dlpo.deployment.project.Project;
import io.dlpo.deployment.project.ServiceFacts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The network lets through what the services need and no more: their broker and their database, and
 * models only for those that call one.
 */
public final class NetworkCheck implements Check {

  private static final int POSTGRES = 5432;
  private static final int HTTPS = 443;

  @Override
  public List<String> problems(Manifests manifests, Project project) {
    NetworkRules rules = new NetworkRules(manifests);
    List<String> problems = new ArrayList<>();
    if (!rules.denyByDefault()) {
      problems.add("there is no network policy that denies by default");
    }
    manifests
        .pods()
        .forEach(
            pod -> {
              boolean calls =
                  pod.module()
                      .flatMap(project::ofModule)
                      .map(ServiceFacts::callsModels)
                      .orElse(false);
              checkModels(pod, calls, manifests, rules, problems);
              if (pod.module().flatMap(project::ofModule).isPresent()) {
                checkBroker(pod, manifests, rules, problems);
                checkDatabase(pod, manifests, rules, problems);
              }
            });
    return problems;
  }

  private static void checkModels(
      Pod pod, boolean calls, Manifests manifests, NetworkRules rules, List<String> problems) {
    boolean simulated =
        manifests
            .find("Deployment", "llm-simulator")
            .map(simulator -> simulator.at("/spec/template/metadata/labels"))
            .map(labels -> connects(rules, pod.labels(), labels, 8080, "http"))
            .orElse(false);
    if (calls && !simulated && !rules.mayLeave(pod.labels(), HTTPS)) {
      problems.add(pod.owner().id() + " calls a model, and no policy lets it out");
    }
    if (!calls && (simulated || rules.mayLeave(pod.labels()))) {
      problems.add(pod.owner().id() + " calls no model, and a policy lets it out");
    }
  }

  private static void checkBroker(
      Pod pod, Manifests manifests, NetworkRules rules, List<String> problems) {
    boolean embedded =
        named(manifests, "kafka")
            .map(labels -> connects(rules, pod.labels(), labels, 9092, "kafka"))
            .orElse(false);
    boolean managed =
        manifests
            .ofKind("Kafka")
            .anyMatch(
                kafka ->
                    kafka
                        .at("/spec/kafka/listeners")
                        .valueStream()
                        .anyMatch(listener -> admits(kafka, listener, pod, rules)));
    if (!embedded && !managed && !mayLeave(pod, Elsewhere.brokerPorts(pod, manifests), rules)) {
      problems.add(pod.owner().id() + " cannot reach its broker");
    }
  }

  /** Strimzi makes the broker's side of the policy from the listener's peers. */
  private static boolean admits(Manifest kafka, JsonNode listener, Pod pod, NetworkRules rules) {
    return rules.maySend(pod.labels(), ManagedPods.broker(kafka), listener.path("port").asInt())
        && listener
            .path("networkPolicyPeers")
            .valueStream()
            .filter(peer -> !peer.has("namespaceSelector"))
            .anyMatch(peer -> Labels.select(peer.path("podSelector"), pod.labels()));
  }

  private static void checkDatabase(
      Pod pod, Manifests manifests, NetworkRules rules, List<String> problems) {
    boolean embedded =
        named(manifests, "postgres")
            .map(labels -> connects(rules, pod.labels(), labels, POSTGRES, "postgres"))
            .orElse(false);
    boolean managed =
        manifests
            .ofKind("Cluster")
            .map(ManagedPods::database)
            .anyMatch(labels -> connects(rules, pod.labels(), labels, POSTGRES, "postgres"));
    if (!embedded && !managed && !mayLeave(pod, Elsewhere.databasePorts(pod, manifests), rules)) {
      problems.add(pod.owner().id() + " cannot reach its database");
    }
  }

  private static boolean mayLeave(Pod pod, Set<Integer> ports, NetworkRules rules) {
    return !ports.isEmpty() && ports.stream().allMatch(port -> rules.mayLeave(pod.labels(), port));
  }

  private static Optional<JsonNode> named(Manifests manifests, String statefulSet) {
    return manifests
        .find("StatefulSet", statefulSet)
        .map(owner -> owner.at("/spec/template/metadata/labels"));
  }

  private static boolean connects(
      NetworkRules rules, JsonNode from, JsonNode to, int port, String portName) {
    return rules.maySend(from, to, port) && rules.mayReceive(to, from, port, portName);
  }
}
