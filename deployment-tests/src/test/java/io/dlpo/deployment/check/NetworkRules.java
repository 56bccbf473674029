package io.dlpo.deployment.check;

import com.fasterxml.jackson.databind.JsonNode;
import io.dlpo.deployment.manifest.Labels;
import io.dlpo.deployment.manifest.Manifest;
import io.dlpo.deployment.manifest.Manifests;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * What the network policies of an overlay allow, all pods in one namespace.
 *
 * @param manifests the overlay
 */
record NetworkRules(Manifests manifests) {

  /** Whether there is a policy that forbids everything that no other allows. */
  boolean denyByDefault() {
    return manifests
        .ofKind("NetworkPolicy")
        .map(policy -> policy.at("/spec"))
        .anyMatch(
            spec ->
                spec.path("podSelector").isEmpty()
                    && spec.path("policyTypes").size() == 2
                    && !spec.has("ingress")
                    && !spec.has("egress"));
  }

  /** Whether a pod may connect to another pod's port. */
  boolean maySend(JsonNode from, JsonNode to, int port) {
    return rules("egress", from)
        .filter(rule -> hasPort(rule, port))
        .anyMatch(rule -> hasPeer(rule.path("to"), peer -> isPod(peer, to)));
  }

  /** Whether a pod lets another connect to its port, given by number and by name. */
  boolean mayReceive(JsonNode to, JsonNode from, int port, String portName) {
    return rules("ingress", to)
        .filter(rule -> hasPort(rule, port) || hasNamedPort(rule, portName))
        .anyMatch(rule -> hasPeer(rule.path("from"), peer -> isPod(peer, from)));
  }

  /** Whether a pod may connect to addresses outside of the cluster. */
  boolean mayLeave(JsonNode from) {
    return rules("egress", from)
        .anyMatch(rule -> hasPeer(rule.path("to"), peer -> peer.has("ipBlock")));
  }

  /** Whether a pod may connect to a port of what is not in the overlay. */
  boolean mayLeave(JsonNode from, int port) {
    return rules("egress", from)
        .filter(rule -> hasPort(rule, port))
        .anyMatch(
            rule ->
                hasPeer(
                    rule.path("to"), peer -> peer.has("ipBlock") || peer.has("namespaceSelector")));
  }

  private Stream<JsonNode> rules(String direction, JsonNode pod) {
    return manifests
        .ofKind("NetworkPolicy")
        .map(Manifest::json)
        .map(policy -> policy.path("spec"))
        .filter(spec -> Labels.select(spec.path("podSelector"), pod))
        .flatMap(spec -> spec.path(direction).valueStream());
  }

  private static boolean hasPeer(JsonNode peers, Predicate<JsonNode> wanted) {
    return peers.isMissingNode() || peers.valueStream().anyMatch(wanted);
  }

  private static boolean isPod(JsonNode peer, JsonNode labels) {
    return peer.has("podSelector")
        && !peer.has("namespaceSelector")
        && Labels.select(peer.path("podSelector"), labels);
  }

  private static boolean hasPort(JsonNode rule, int port) {
    JsonNode ports = rule.path("ports");
    return ports.isMissingNode()
        || ports.valueStream().anyMatch(known -> known.path("port").asInt() == port);
  }

  private static boolean hasNamedPort(JsonNode rule, String name) {
    return rule.path("ports")
        .valueStream()
        .anyMatch(known -> known.path("port").asText().equals(name));
  }
}
