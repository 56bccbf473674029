package io.dlpo.deployment.check;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.dlpo.deployment.manifest.Manifest;
import io.dlpo.deployment.manifest.Manifests;
import io.dlpo.deployment.manifest.Pod;
import java.util.stream.Stream;

/** Labels of all pods that an overlay leads to, those included that an operator makes of it. */
final class ManagedPods {

  private ManagedPods() {}

  static Stream<JsonNode> labels(Manifests manifests) {
    return Stream.of(
            manifests.pods().map(Pod::labels),
            manifests.ofKind("Kafka").map(ManagedPods::broker),
            manifests.ofKind("Cluster").map(ManagedPods::database))
        .flatMap(stream -> stream);
  }

  /** A broker of Strimzi's. */
  static JsonNode broker(Manifest kafka) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("strimzi.io/cluster", kafka.name())
        .put("strimzi.io/name", kafka.name() + "-kafka")
        .put("strimzi.io/kind", "Kafka");
  }

  /** An instance of CloudNativePG's. */
  static JsonNode database(Manifest cluster) {
    return JsonNodeFactory.instance.objectNode().put("cnpg.io/cluster", cluster.name());
  }
}
