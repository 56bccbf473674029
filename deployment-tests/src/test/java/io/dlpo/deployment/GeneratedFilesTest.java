package io.dlpo.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import io.dlpo.deployment.chart.ChartCopies;
import io.dlpo.deployment.kafka.GeneratedFiles;
import io.dlpo.deployment.kafka.PreparingScripts;
import io.dlpo.deployment.manifest.Kustomize;
import io.dlpo.deployment.manifest.Manifest;
import io.dlpo.deployment.monitoring.RuleResource;
import io.dlpo.deployment.project.Project;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Holds the generated manifests to the list of topics, to the services' channels and to the alerts,
 * and the chart's copies of manifests to these. After a change of any, run this test with {@code
 * -Ddlpo.kubernetes.write=true} and review what it wrote.
 */
class GeneratedFilesTest {

  private static final Path FOLDER = Path.of("../deploy/kubernetes/overlays");

  static Stream<Map.Entry<String, String>> files() throws IOException {
    Map<Path, String> generated =
        generated()
            .collect(
                Collectors.toMap(
                    file -> FOLDER.resolve(file.getKey()).normalize(), Map.Entry::getValue));
    return Stream.concat(
        generated(),
        ChartCopies.of(FOLDER.getParent(), generated).entrySet().stream()
            .map(
                copy ->
                    Map.entry(
                        FOLDER.relativize(ChartCopies.FOLDER).resolve(copy.getKey()).toString(),
                        copy.getValue())));
  }

  private static Stream<Map.Entry<String, String>> generated() throws IOException {
    Project project = Project.read(Path.of(".."));
    return Stream.of(
        Map.entry(
            "../components/strimzi/kafka-topics.yaml",
            GeneratedFiles.topicResources(project.topics())),
        Map.entry("../components/strimzi/kafka-users.yaml", GeneratedFiles.userResources(project)),
        Map.entry("../components/tap/kafka-user.yaml", GeneratedFiles.tapResource()),
        Map.entry("external/broker.sh", PreparingScripts.broker(project)),
        Map.entry("external/database.sql", PreparingScripts.database(cluster())),
        Map.entry(
            "../components/monitoring/prometheus-rule.yaml",
            RuleResource.of(Files.readString(Path.of("../deploy/monitoring/alerts.yaml")))));
  }

  private static Manifest cluster() throws IOException {
    Path file = FOLDER.resolve("../components/cloudnative-pg/postgres.yaml");
    return Kustomize.parse(Files.readString(file)).get("Cluster", "dlpo-postgres");
  }

  @ParameterizedTest
  @MethodSource("files")
  void shouldSayWhatTheSourcesSay(Map.Entry<String, String> file) throws IOException {
    // Given
    Path path = FOLDER.resolve(file.getKey());

    // When
    if (Boolean.getBoolean("dlpo.kubernetes.write")) {
      Files.createDirectories(path.getParent());
      Files.writeString(path, file.getValue());
    }

    // Then
    assertThat(path).hasContent(file.getValue());
  }
}
