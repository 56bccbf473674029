package io.dlpo.deployment.check;

import io.dlpo.deployment.manifest.Manifest;
import io.dlpo.deployment.manifest.Manifests;
import io.dlpo.deployment.manifest.Pod;
import io.dlpo.deployment.project.Project;
import io.dlpo.deployment.project.ServiceFacts;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The database has a connection for every pool of every pod that may be started. */
final class ConnectionCheck implements Check {

  /** For the operator, for monitoring and for people. */
  private static final int OTHERS = 20;

  private static final Pattern ARGUMENT = Pattern.compile("max_connections=(\\d+)");

  @Override
  public List<String> problems(Manifests manifests, Project project) {
    if (Elsewhere.database(manifests)) {
      return List.of();
    }
    int most = most(manifests, project);
    int allowed = allowed(manifests).orElse(0);
    return most + OTHERS <= allowed
        ? List.of()
        : List.of(
            "pods may hold %d connections, others %d, and the database allows %d"
                .formatted(most, OTHERS, allowed));
  }

  /** What is needed, with what others need. */
  static int needed(Manifests manifests, Project project) {
    return most(manifests, project) + OTHERS;
  }

  private static int most(Manifests manifests, Project project) {
    return manifests
        .pods()
        .mapToInt(
            pod ->
                pod.module()
                    .flatMap(project::ofModule)
                    .map(
                        service ->
                            atOnce(service, pods(pod, manifests)) * pools(pod, service, manifests))
                    .orElse(0))
        .sum();
  }

  /**
   * Those that there may be at once while they are rolled. Who calls models keeps its pools until
   * the calls under way are done, and the next ones are ended meanwhile: at the end there may be
   * all new ones and all old ones. Of others there is one more.
   */
  private static int atOnce(ServiceFacts service, int pods) {
    return service.callsModels() ? 2 * pods : pods + 1;
  }

  private static int pods(Pod pod, Manifests manifests) {
    return Stream.of("ScaledObject", "HorizontalPodAutoscaler")
        .flatMap(manifests::ofKind)
        .filter(
            scaler -> scaler.at("/spec/scaleTargetRef/name").asText().equals(pod.owner().name()))
        .mapToInt(
            scaler ->
                scaler.at("/spec/maxReplicaCount").asInt(scaler.at("/spec/maxReplicas").asInt()))
        .findFirst()
        .orElse(pod.owner().at("/spec/replicas").asInt(1));
  }

  private static int pools(Pod pod, ServiceFacts service, Manifests manifests) {
    return pod.containers()
        .map(container -> SettingsOf.container(container, manifests))
        .mapToInt(
            settings ->
                size(settings, "QUARKUS_DATASOURCE_JDBC_MAX_SIZE", service.ownPool())
                    + size(
                        settings, "QUARKUS_DATASOURCE_LEDGER_JDBC_MAX_SIZE", service.ledgerPool()))
        .sum();
  }

  private static int size(Map<String, String> settings, String name, int otherwise) {
    return settings.containsKey(name) ? Integer.parseInt(settings.get(name)) : otherwise;
  }

  private static OptionalInt allowed(Manifests manifests) {
    Stream<String> managed =
        manifests
            .ofKind("Cluster")
            .map(cluster -> cluster.at("/spec/postgresql/parameters/max_connections").asText());
    Stream<String> embedded =
        manifests.find("StatefulSet", "postgres").map(Manifest::json).stream()
            .flatMap(set -> set.at("/spec/template/spec/containers/0/args").valueStream())
            .flatMap(argument -> ARGUMENT.matcher(argument.asText()).results())
            .map(found -> found.group(1));
    return Stream.concat(managed, embedded).mapToInt(Integer::parseInt).findFirst();
  }
}
