package io.dlpo.deployment.broken;

import static io.dlpo.deployment.broken.Breakage.put;
import static io.dlpo.deployment.broken.Breakage.remove;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Roads that are closed or open by mistake are found. */
class BrokenNetworkTest {

  static List<Breakage> breakages() {
    return List.of(
        Breakage.without(
            "dev",
            "NetworkPolicy",
            "default-deny",
            "there is no network policy that denies by default"),
        Breakage.without(
            "dev",
            "NetworkPolicy",
            "models",
            "Deployment/optimizer calls a model, and no policy lets it out"),
        Breakage.without(
            "production",
            "NetworkPolicy",
            "models",
            "Deployment/optimizer calls a model, and no policy lets it out"),
        Breakage.of(
            "dev",
            "StatefulSet",
            "postgres",
            put("/spec/template/metadata/labels", "dlpo.io/model-client", "true"),
            "StatefulSet/postgres calls no model, and a policy lets it out"),
        Breakage.without(
            "dev",
            "NetworkPolicy",
            "kafka-clients",
            "Deployment/evaluator cannot reach its broker"),
        Breakage.of(
            "production",
            "Kafka",
            "dlpo-kafka",
            put("/spec/kafka/listeners/0", "port", 9094),
            "Deployment/evaluator cannot reach its broker"),
        Breakage.of(
            "production",
            "Kafka",
            "dlpo-kafka",
            remove("/spec/kafka/listeners/0", "networkPolicyPeers"),
            "Deployment/evaluator cannot reach its broker"),
        Breakage.without("production+tap", "NetworkPolicy", "tap", "pods that tap may not leave"),
        Breakage.of(
            "production+tap",
            "Kafka",
            "dlpo-kafka",
            json -> peers(json).remove(1),
            "Kafka/dlpo-kafka shuts out pods that tap"),
        Breakage.of(
            "production+tap",
            "Kafka",
            "dlpo-kafka",
            json -> peers(json).remove(2),
            "Kafka/dlpo-kafka shuts out namespaces that tap"),
        Breakage.without(
            "production+tap", "KafkaUser", "kafka-tap", "Kafka/dlpo-kafka lets in pods that tap"),
        Breakage.without(
            "production",
            "NetworkPolicy",
            "postgres-managed",
            "Deployment/evaluator cannot reach its database"));
  }

  @ParameterizedTest
  @MethodSource("breakages")
  void shouldBeFound(Breakage breakage) {
    breakage.mustBeFound();
  }

  private static ArrayNode peers(ObjectNode kafka) {
    return (ArrayNode) kafka.at("/spec/kafka/listeners/0/networkPolicyPeers");
  }
}
