package io.dlpo.deployment.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.dlpo.deployment.Overlays;
import io.dlpo.deployment.project.ServiceFacts;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Holds Compose's profile {@code monitoring} to the services and to what it mounts. */
class ComposeProfileTest {

  private static final Path ROOT = Path.of("..");
  private static final Path FOLDER = ROOT.resolve("deploy/monitoring");
  private static final YAMLMapper YAML = new YAMLMapper();

  @Test
  void shouldScrapeEveryServiceByTheNameThatComposeGivesIt() {
    // Given
    JsonNode services = read(ROOT.resolve("docker-compose.yml")).path("services");
    List<JsonNode> jobs =
        read(FOLDER.resolve("prometheus.yml")).path("scrape_configs").valueStream().toList();

    // Then
    assertThat(jobs)
        .extracting(job -> job.path("job_name").asText())
        .containsExactlyInAnyOrderElementsOf(
            Stream.concat(
                    Overlays.PROJECT.services().stream().map(ServiceFacts::name),
                    Stream.of("llm-simulator"))
                .toList());
    assertThat(jobs)
        .allSatisfy(
            job -> {
              assertThat(job.path("metrics_path").asText()).isEqualTo("/q/metrics");
              assertThat(job.at("/dns_sd_configs/0/names/0").asText())
                  .isEqualTo(job.path("job_name").asText());
              assertThat(services.has(job.path("job_name").asText())).isTrue();
            });
  }

  @ParameterizedTest
  @ValueSource(strings = {"prometheus", "grafana"})
  void shouldMountWhatThereIsAndListenOnTheLoopbackOnly(String name) {
    // When
    JsonNode service = read(ROOT.resolve("docker-compose.yml")).at("/services/" + name);

    // Then
    assertThat(service.path("profiles").valueStream())
        .extracting(JsonNode::asText)
        .containsExactly("monitoring");
    assertThat(service.path("volumes").valueStream().map(JsonNode::asText))
        .filteredOn(volume -> volume.startsWith("./"))
        .isNotEmpty()
        .allSatisfy(volume -> assertThat(ROOT.resolve(volume.replaceFirst(":.*", ""))).exists());
    assertThat(service.path("ports").valueStream())
        .extracting(JsonNode::asText)
        .isNotEmpty()
        .allMatch(port -> port.startsWith("127.0.0.1:"));
    assertThat(service.path("image").asText()).matches(".+:v?\\d+\\.\\d+\\.\\d+");
  }

  @ParameterizedTest
  @ValueSource(strings = {"overview", "models"})
  void shouldAskTheDataSourceThatIsProvisioned(String board) {
    // Given
    String source =
        read(FOLDER.resolve("grafana/provisioning/datasources/prometheus.yaml"))
            .at("/datasources/0/uid")
            .asText();

    // When
    JsonNode dashboard = read(FOLDER.resolve("grafana/dashboards/" + board + ".json"));

    // Then
    assertThat(dashboard.path("uid").asText()).isEqualTo("dlpo-" + board);
    assertThat(dashboard.findValues("datasource"))
        .isNotEmpty()
        .allMatch(used -> used.path("uid").asText().equals(source));
    assertThat(dashboard.path("panels").findValuesAsText("id")).doesNotHaveDuplicates();
  }

  private static JsonNode read(Path file) {
    try {
      return YAML.readTree(Meters.text(file));
    } catch (IOException e) {
      throw new IllegalStateException(file + " cannot be read", e);
    }
  }
}
