package io.dlpo.deployment.check;

import com.fasterxml.jackson.databind.JsonNode;
import io.dlpo.deployment.manifest.Manifest;
import io.dlpo.deployment.manifest.Manifests;
import io.dlpo.deployment.project.Project;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Brokers and databases keep their data in their claims. A runtime may lay an empty volume over a
 * folder that the image declares one, so such a folder must be mounted itself, or hold no data.
 */
final class VolumeCheck implements Check {

  /** The folders that images declare as volumes. */
  private static final Map<String, List<Path>> DECLARED =
      Map.of(
          "apache/kafka",
          List.of(
              Path.of("/etc/kafka/secrets"),
              Path.of("/mnt/shared/config"),
              Path.of("/var/lib/kafka/data")),
          "postgres",
          List.of(Path.of("/var/lib/postgresql")));

  /** The variables that name the folder of the data. */
  private static final Set<String> FOLDERS = Set.of("KAFKA_LOG_DIRS", "PGDATA");

  @Override
  public List<String> problems(Manifests manifests, Project project) {
    return manifests
        .ofKind("StatefulSet")
        .flatMap(set -> Stream.concat(folder(set), labels(set)))
        .toList();
  }

  /** A claim's template cannot change, so a new version could not be applied. */
  private static Stream<String> labels(Manifest set) {
    return set.at("/spec/volumeClaimTemplates")
        .valueStream()
        .filter(claim -> claim.at("/metadata/labels").has("app.kubernetes.io/version"))
        .map(claim -> set.id() + " has its version in a claim, which cannot change");
  }

  private static Stream<String> folder(Manifest set) {
    JsonNode container = set.at("/spec/template/spec/containers/0");
    Optional<Path> data =
        container
            .path("env")
            .valueStream()
            .filter(entry -> FOLDERS.contains(entry.path("name").asText()))
            .map(entry -> Path.of(entry.path("value").asText()))
            .findFirst();
    if (data.isEmpty()) {
      return Stream.of(set.id() + " does not say where its data is");
    }
    Optional<Path> mount = mount(set, container, data.get());
    if (mount.isEmpty()) {
      return Stream.of(set.id() + " keeps its data in " + data.get() + ", outside of its claims");
    }
    return declared(container).stream()
        .filter(volume -> data.get().startsWith(volume))
        .filter(volume -> volume.startsWith(mount.get()) && !volume.equals(mount.get()))
        .map(
            volume ->
                "%s keeps its data in %s, which the image may cover with an empty volume at %s"
                    .formatted(set.id(), data.get(), volume));
  }

  private static List<Path> declared(JsonNode container) {
    String image = container.path("image").asText().replaceFirst(":.*", "");
    return DECLARED.getOrDefault(image, List.of());
  }

  private static Optional<Path> mount(Manifest set, JsonNode container, Path data) {
    Set<String> claims =
        set.at("/spec/volumeClaimTemplates")
            .valueStream()
            .map(claim -> claim.at("/metadata/name").asText())
            .collect(Collectors.toSet());
    return container
        .path("volumeMounts")
        .valueStream()
        .filter(mount -> claims.contains(mount.path("name").asText()))
        .map(mount -> Path.of(mount.path("mountPath").asText()))
        .filter(data::startsWith)
        .findFirst();
  }
}
