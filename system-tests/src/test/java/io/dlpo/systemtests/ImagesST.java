package io.dlpo.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.dlpo.systemtests.stack.LocalImage;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The images that {@code dlpo images --tag tested} has built, as {@code dlpo test --images} does.
 */
@EnabledIf(
    value = "isBuilt",
    disabledReason = "there are no images of './dlpo images --tag tested', or no engine")
class ImagesST {

  private static final String TAG = "tested";
  private static final List<String> MODULES =
      List.of(
          "optimizer-service",
          "forward-engine-service",
          "evaluator-service",
          "backward-engine-service",
          "llm-simulator");

  static boolean isBuilt() {
    return images().allMatch(LocalImage::exists);
  }

  static Stream<LocalImage> images() {
    return MODULES.stream().map(module -> new LocalImage("dlpo/" + module + ":" + TAG));
  }

  @ParameterizedTest
  @MethodSource("images")
  void shouldSayWhatItIsAndWhereItComesFrom(LocalImage image) throws IOException {
    // When
    JsonNode labels = image.inspect().at("/Config/Labels");

    // Then
    assertThat(label(labels, "title") + ":" + label(labels, "version")).isEqualTo(image.name());
    assertThat(label(labels, "revision")).matches("[0-9a-f]{40}(-dirty)?");
    assertThat(label(labels, "licenses")).isEqualTo("Apache-2.0");
    assertThat(label(labels, "source")).matches("(https://[^@]+)?");
    assertThat(labels.path("io.dlpo.sbom").asText()).isEqualTo("/opt/dlpo/bom.json");
  }

  private static String label(JsonNode labels, String name) {
    return labels.path("org.opencontainers.image." + name).asText();
  }

  @ParameterizedTest
  @MethodSource("images")
  void shouldNotRunAsRootAndWriteNothing(LocalImage image) throws IOException {
    assertThat(image.inspect().at("/Config/User").asText()).isEqualTo("10001:10001");
    assertThat(
            image.inspect().at("/Config/Volumes").isMissingNode()
                || image.inspect().at("/Config/Volumes").isEmpty())
        .as("no volume is declared")
        .isTrue();
    assertThat(image.run("id", "-u")).isEqualTo("10001\n");
    assertThat(image.run("find", "/opt/dlpo", "-writable", "!", "-type", "l")).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("images")
  void shouldHaveAnSbomOfItsLibraries(LocalImage image) throws IOException {
    // Given
    Set<String> jars =
        image
            .run("ls", "lib/main", "lib/boot")
            .lines()
            .filter(file -> file.endsWith(".jar"))
            .collect(Collectors.toCollection(TreeSet::new));

    // When
    JsonNode sbom = new ObjectMapper().readTree(image.run("cat", "bom.json"));
    Set<String> named = new TreeSet<>();
    sbom.path("components")
        .forEach(
            part ->
                named.add(
                    "%s.%s-%s.jar"
                        .formatted(
                            part.path("group").asText(),
                            part.path("name").asText(),
                            part.path("version").asText())));

    // Then
    assertThat(sbom.path("bomFormat").asText()).isEqualTo("CycloneDX");
    assertThat(jars).isNotEmpty();
    assertThat(named).containsAll(jars);
  }
}
