package io.dlpo.deployment.check;

import com.fasterxml.jackson.databind.JsonNode;
import io.dlpo.deployment.manifest.Labels;
import io.dlpo.deployment.manifest.Manifest;
import io.dlpo.deployment.manifest.Manifests;
import io.dlpo.deployment.manifest.Pod;
import io.dlpo.deployment.project.Project;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** What selects pods selects some, and a workload and its spread select its own. */
final class SelectorCheck implements Check {

  /** Whoever carries one of these labels is outside of the overlay. */
  private static final Set<String> OUTSIDERS = Set.of("dlpo.io/rest-client", TapCheck.LABEL);

  @Override
  public List<String> problems(Manifests manifests, Project project) {
    List<String> problems = new ArrayList<>();
    List<JsonNode> pods = ManagedPods.labels(manifests).toList();
    manifests.pods().forEach(pod -> checkOwn(pod, problems));
    manifests
        .ofKind("Service")
        .filter(service -> pods.stream().noneMatch(selectedBy(service)))
        .forEach(service -> problems.add(service.id() + " selects no pod"));
    Stream.of("PodDisruptionBudget", "PodMonitor")
        .flatMap(manifests::ofKind)
        .filter(owner -> selectsNone(owner.at("/spec/selector"), pods))
        .forEach(owner -> problems.add(owner.id() + " selects no pod"));
    manifests.ofKind("NetworkPolicy").forEach(policy -> checkPolicy(policy, pods, problems));
    return problems;
  }

  private static Predicate<JsonNode> selectedBy(Manifest service) {
    return labels -> Labels.match(service.at("/spec/selector"), labels);
  }

  private static boolean selectsNone(JsonNode selector, List<JsonNode> pods) {
    return pods.stream().noneMatch(labels -> Labels.select(selector, labels));
  }

  private static void checkOwn(Pod pod, List<String> problems) {
    String owner = pod.owner().id();
    JsonNode selector = pod.owner().at("/spec/selector");
    if (!selector.isMissingNode() && !Labels.select(selector, pod.labels())) {
      problems.add(owner + " does not select its own pods");
    }
    pod.spec()
        .path("topologySpreadConstraints")
        .valueStream()
        .filter(spread -> !Labels.select(spread.path("labelSelector"), pod.labels()))
        .forEach(spread -> problems.add(owner + " spreads other pods than its own"));
  }

  private static void checkPolicy(Manifest policy, List<JsonNode> pods, List<String> problems) {
    Stream<JsonNode> peers =
        Stream.of("/spec/ingress", "/spec/egress")
            .flatMap(rules -> policy.at(rules).valueStream())
            .flatMap(
                rule ->
                    Stream.concat(rule.path("from").valueStream(), rule.path("to").valueStream()))
            .filter(peer -> !peer.has("namespaceSelector"))
            .map(peer -> peer.path("podSelector"))
            .filter(selector -> !selector.isMissingNode());
    Stream.concat(Stream.of(policy.at("/spec/podSelector")), peers)
        .filter(selector -> OUTSIDERS.stream().noneMatch(selector.path("matchLabels")::has))
        .filter(selector -> selectsNone(selector, pods))
        .forEach(selector -> problems.add(policy.id() + " selects no pod by " + selector));
  }
}
