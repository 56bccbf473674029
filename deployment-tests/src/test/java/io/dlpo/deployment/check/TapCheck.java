package io.dlpo.deployment.check;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.dlpo.deployment.kafka.GeneratedFiles;
import io.dlpo.deployment.manifest.Labels;
import io.dlpo.deployment.manifest.Manifest;
import io.dlpo.deployment.manifest.Manifests;
import io.dlpo.deployment.project.Project;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Where there is a user for taps, what is labelled as a tap gets to the brokers; else nothing. */
final class TapCheck implements Check {

  /** Of pods that listen, or of the namespace that they are in. */
  static final String LABEL = "dlpo.io/tap";

  private static final JsonNode TAP = JsonNodeFactory.instance.objectNode().put(LABEL, "true");

  @Override
  public List<String> problems(Manifests manifests, Project project) {
    boolean wanted = manifests.find("KafkaUser", GeneratedFiles.TAP).isPresent();
    return manifests.ofKind("Kafka").flatMap(kafka -> problems(kafka, wanted, manifests)).toList();
  }

  private static Stream<String> problems(Manifest kafka, boolean wanted, Manifests manifests) {
    NetworkRules rules = new NetworkRules(manifests);
    boolean leaves = listeners(kafka).anyMatch(one -> leaves(one, kafka, rules));
    return Stream.of(
            problem(
                wanted != lets(kafka, peer -> names(peer, "podSelector", "namespaceSelector")),
                kafka.id() + (wanted ? " shuts out" : " lets in") + " pods that tap"),
            problem(
                wanted != lets(kafka, peer -> names(peer, "namespaceSelector", "podSelector")),
                kafka.id() + (wanted ? " shuts out" : " lets in") + " namespaces that tap"),
            problem(wanted != leaves, "pods that tap may" + (wanted ? " not" : "") + " leave"))
        .flatMap(problem -> problem);
  }

  private static boolean lets(Manifest kafka, Predicate<JsonNode> peer) {
    return listeners(kafka)
        .flatMap(listener -> listener.path("networkPolicyPeers").valueStream())
        .anyMatch(peer);
  }

  private static boolean names(JsonNode peer, String selector, String other) {
    return peer.has(selector) && !peer.has(other) && Labels.select(peer.path(selector), TAP);
  }

  private static boolean leaves(JsonNode listener, Manifest kafka, NetworkRules rules) {
    return rules.maySend(TAP, ManagedPods.broker(kafka), listener.path("port").asInt());
  }

  private static Stream<JsonNode> listeners(Manifest kafka) {
    return kafka.at("/spec/kafka/listeners").valueStream();
  }

  private static Stream<String> problem(boolean wrong, String text) {
    return wrong ? Stream.of(text) : Stream.empty();
  }
}
