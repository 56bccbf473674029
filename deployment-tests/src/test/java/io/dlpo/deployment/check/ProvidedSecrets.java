package io.dlpo.deployment.check;

import com.fasterxml.jackson.databind.JsonNode;
import io.dlpo.deployment.manifest.Manifest;
import io.dlpo.deployment.manifest.Manifests;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The secrets that operators make of an overlay's resources, as {@code secret#key}. */
final class ProvidedSecrets {

  private ProvidedSecrets() {}

  static Set<String> keys(Manifests manifests) {
    return Stream.of(
            manifests.ofKind("ExternalSecret").flatMap(ProvidedSecrets::external),
            manifests
                .ofKind("KafkaUser")
                .flatMap(user -> keys(user.name(), "password", "sasl.jaas.config")),
            manifests
                .ofKind("Kafka")
                .flatMap(kafka -> keys(kafka.name() + "-cluster-ca-cert", "ca.crt")),
            manifests.ofKind("Cluster").flatMap(cluster -> keys(cluster.name() + "-ca", "ca.crt")))
        .flatMap(stream -> stream)
        .collect(Collectors.toSet());
  }

  private static Stream<String> external(Manifest secret) {
    String name = secret.at("/spec/target/name").asText();
    JsonNode template = secret.at("/spec/target/template/data");
    Stream<String> keys =
        template.isMissingNode()
            ? secret.at("/spec/data").valueStream().map(data -> data.path("secretKey").asText())
            : template.propertyStream().map(entry -> entry.getKey());
    return keys.map(key -> name + "#" + key);
  }

  private static Stream<String> keys(String secret, String... keys) {
    return Stream.of(keys).map(key -> secret + "#" + key);
  }
}
