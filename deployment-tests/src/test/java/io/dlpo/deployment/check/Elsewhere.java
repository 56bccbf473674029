package io.dlpo.deployment.check;

import com.fasterxml.jackson.databind.JsonNode;
import io.dlpo.deployment.manifest.Manifests;
import io.dlpo.deployment.manifest.Pod;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What the services use and the overlay does not bring: a broker or a database whose address has a
 * dot. Nothing can be said of it but how it is reached.
 */
final class Elsewhere {

  private static final String BROKER = "KAFKA_BOOTSTRAP_SERVERS";
  private static final String DATABASE = "DATABASE_URL";

  private Elsewhere() {}

  static boolean broker(Manifests manifests) {
    return manifests.pods().anyMatch(pod -> !brokerPorts(pod, manifests).isEmpty());
  }

  static boolean database(Manifests manifests) {
    return manifests.pods().anyMatch(pod -> !databasePorts(pod, manifests).isEmpty());
  }

  /** Whether the broker lets in nobody whom it does not know: Strimzi's, or one elsewhere. */
  static boolean orStrimzi(Manifests manifests) {
    return manifests.ofKind("Kafka").findAny().isPresent() || broker(manifests);
  }

  /** Ports at which a pod looks for a broker elsewhere. */
  static Set<Integer> brokerPorts(Pod pod, Manifests manifests) {
    return ports(pod, BROKER, manifests);
  }

  /** Ports at which a pod looks for a database elsewhere. */
  static Set<Integer> databasePorts(Pod pod, Manifests manifests) {
    return ports(pod, DATABASE, manifests);
  }

  private static Set<Integer> ports(Pod pod, String setting, Manifests manifests) {
    return pod.containers()
        .map(container -> value(container, setting, manifests))
        .flatMap(Optional::stream)
        .flatMap(value -> AddressCheck.hosts(setting, value))
        .filter(address -> address.contains("."))
        .map(address -> Integer.valueOf(address.replaceFirst(".*:", "")))
        .collect(Collectors.toSet());
  }

  private static Optional<String> value(JsonNode container, String name, Manifests manifests) {
    Map<String, String> settings = SettingsOf.container(container, manifests);
    return Optional.ofNullable(settings.get(name));
  }
}
