package io.dlpo.deployment.check;

import io.dlpo.deployment.manifest.Manifest;
import io.dlpo.deployment.manifest.Manifests;
import io.dlpo.deployment.project.Project;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Addresses in settings are those of services in the overlay, by name and port. A name with a dot
 * is somewhere else and is not looked at.
 */
final class AddressCheck implements Check {

  private static final Map<String, Pattern> ADDRESSES =
      Map.of(
          "KAFKA_BOOTSTRAP_SERVERS", Pattern.compile("([^:,]+):(\\d+)"),
          "DATABASE_URL", Pattern.compile("jdbc:postgresql://([^:/]+):(\\d+)/"),
          "QUARKUS_DATASOURCE_LEDGER_JDBC_URL",
              Pattern.compile("jdbc:postgresql://([^:/]+):(\\d+)/"),
          "OPENAI_BASE_URL", Pattern.compile("https?://([^:/]+):?(\\d*)"));
  private static final Set<String> NEEDED = Set.of("KAFKA_BOOTSTRAP_SERVERS", "DATABASE_URL");

  @Override
  public List<String> problems(Manifests manifests, Project project) {
    Set<String> known = addresses(manifests);
    return manifests
        .pods()
        .filter(pod -> pod.module().flatMap(project::ofModule).isPresent())
        .flatMap(
            pod ->
                pod.containers()
                    .map(container -> SettingsOf.container(container, manifests))
                    .flatMap(settings -> problems(pod.owner(), settings, known)))
        .toList();
  }

  private static Stream<String> problems(
      Manifest owner, Map<String, String> settings, Set<String> known) {
    Stream<String> missing =
        NEEDED.stream()
            .filter(name -> settings.getOrDefault(name, "").isEmpty())
            .map(name -> owner.id() + " is not told " + name);
    Stream<String> wrong =
        settings.entrySet().stream()
            .filter(entry -> ADDRESSES.containsKey(entry.getKey()))
            .flatMap(entry -> hosts(entry.getKey(), entry.getValue()))
            .filter(address -> !address.contains(".") && !known.contains(address))
            .map(address -> owner.id() + " is sent to " + address + ", where nothing is");
    return Stream.concat(missing, wrong);
  }

  /** Every {@code host:port} in the value of a setting. */
  static Stream<String> hosts(String name, String value) {
    Matcher matcher = ADDRESSES.getOrDefault(name, Pattern.compile("")).matcher(value);
    return matcher.results().map(found -> found.group(1) + ":" + found.group(2));
  }

  /** Every {@code host:port} that the overlay leads to. */
  static Set<String> addresses(Manifests manifests) {
    Stream<String> services =
        manifests
            .ofKind("Service")
            .flatMap(
                service ->
                    service
                        .at("/spec/ports")
                        .valueStream()
                        .map(port -> service.name() + ":" + port.path("port").asText()));
    Stream<String> brokers =
        manifests
            .ofKind("Kafka")
            .flatMap(
                kafka ->
                    kafka
                        .at("/spec/kafka/listeners")
                        .valueStream()
                        .map(
                            port ->
                                kafka.name() + "-kafka-bootstrap:" + port.path("port").asText()));
    Stream<String> databases =
        manifests.ofKind("Cluster").map(cluster -> cluster.name() + "-rw:5432");
    return Stream.of(services, brokers, databases)
        .flatMap(stream -> stream)
        .collect(Collectors.toSet());
  }
}
