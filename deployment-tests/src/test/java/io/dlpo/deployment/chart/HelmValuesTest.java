package io.dlpo.deployment.chart;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.dlpo.deployment.Overlays;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Wrong values are refused, by name; right ones are listed and described. */
class HelmValuesTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "kafka.mode=confluent | at '/kafka/mode': value must be one of 'bundled', 'strimzi', 'external'",
        "kafka.mod=bundled | at '/kafka': additional properties 'mod' not allowed",
        "services.optimizer.replicas=two | at '/services/optimizer/replicas': got string, want integer",
        "services.evaluator.replicas=25 | at '/services/evaluator/replicas': maximum: got 25, want 24",
        "autoscaling.keda.evaluator.min=0 | at '/autoscaling/keda/evaluator/min': minimum: got 0, want 1",
        "settings.DLPO_LOG_JSON=true | at '/settings/DLPO_LOG_JSON': got boolean, want string",
        "models.url=models.example.com | at '/models/url': 'models.example.com' does not match pattern",
        "database.bundled.storage=5GB | at '/database/bundled/storage': '5GB' does not match pattern",
      })
  void shouldRefuseAValueByTheSchema(String value, String complaint) {
    assertThat(HelmChart.complaint(HelmChart.settings(value))).contains(complaint);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "kafka.mode=strimzi | kafka.mode is strimzi, and REST is open to everybody: name the secret with REST's keys in rest.existingSecret",
        "ingress.enabled=true | ingress.enabled is true, and REST is open to everybody",
        "ingress.enabled=true,rest.existingSecret=x | ingress.host is empty: name the host",
        "gateway.enabled=true,rest.existingSecret=x | gateway.parentRefs is empty: name the gateway",
        "tap.enabled=true | tap.enabled is true, and kafka.mode is bundled",
        "kafka.mode=external,rest.existingSecret=x | kafka.external.bootstrapServers has ''; each entry must be host:port",
        "database.mode=external | database.external.host is empty: name the host",
        "database.mode=external,database.external.host=x | list its addresses in database.external.peers",
        "settings.DLPO_ENDPOINTS_LOCAL_KEY=k | settings.DLPO_ENDPOINTS_LOCAL_KEY is a secret",
        "env[0].name=A_PASSWORD,env[0].value=k | the value of A_PASSWORD in env is a secret",
      })
  void shouldRefuseValuesThatDoNotGoTogether(String value, String complaint) {
    assertThat(HelmChart.complaint(HelmChart.settings(value))).contains(complaint);
  }

  @Test
  void shouldListEveryValueThatTheSchemaKnows() throws IOException {
    // Given
    JsonNode schema = new JsonMapper().readTree(read("values.schema.json"));
    JsonNode values = new YAMLMapper().readTree(read("values.yaml"));

    // When
    Set<String> known = new TreeSet<>();
    collect(schema, schema, "", known);
    known.remove("/global");

    // Then
    assertThat(known)
        .hasSizeGreaterThan(80)
        .allMatch(pointer -> !values.at(pointer).isMissingNode());
  }

  @Test
  void shouldDescribeEveryValue() throws IOException {
    // Given
    List<String> lines = read("values.yaml").lines().filter(line -> !line.isBlank()).toList();

    // When
    List<String> bare = new ArrayList<>();
    boolean described = false;
    for (int line = 1; line < lines.size(); line++) {
      boolean sibling = indent(lines.get(line - 1)) == indent(lines.get(line));
      boolean child = lines.get(line - 1).endsWith(":");
      described = isComment(lines.get(line - 1)) || (described && (sibling || child));
      if (!isComment(lines.get(line)) && !lines.get(line).endsWith(":") && !described) {
        bare.add(lines.get(line));
      }
    }

    // Then
    assertThat(bare).isEmpty();
  }

  @Test
  void shouldHaveTheVersionOfTheProject() throws IOException {
    // When
    JsonNode chart = new YAMLMapper().readTree(read("Chart.yaml"));

    // Then
    assertThat(chart.path("version").asText()).isEqualTo(Overlays.PROJECT.version());
    assertThat(chart.path("appVersion").asText()).isEqualTo(Overlays.PROJECT.version());
  }

  /** JSON pointers to all values that have a place in the schema. */
  private static void collect(JsonNode schema, JsonNode node, String path, Set<String> known) {
    JsonNode resolved =
        node.has("$ref") ? schema.at(node.path("$ref").asText().substring(1)) : node;
    resolved
        .path("properties")
        .propertyStream()
        .forEach(
            property -> {
              known.add(path + "/" + property.getKey());
              collect(schema, property.getValue(), path + "/" + property.getKey(), known);
            });
  }

  private static boolean isComment(String line) {
    return line.strip().startsWith("#");
  }

  private static int indent(String line) {
    return line.length() - line.stripLeading().length();
  }

  private static String read(String file) throws IOException {
    return Files.readString(HelmChart.FOLDER.resolve(file));
  }
}
