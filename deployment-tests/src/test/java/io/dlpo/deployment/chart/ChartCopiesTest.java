package io.dlpo.deployment.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.SortedMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The chart has a copy of each manifest that a template names, and no other file. */
class ChartCopiesTest {

  private static final Path KUBERNETES = Path.of("../deploy/kubernetes");

  @Test
  void shouldCopyWhatTemplatesName() {
    // When
    SortedMap<String, String> copies = ChartCopies.of(KUBERNETES, Map.of());

    // Then
    assertThat(copies)
        .containsKeys("base/network-policies.yaml", "overlays/dev/kafka.yaml")
        .hasSizeGreaterThan(20);
    assertThat(copies.get("components/hpa/autoscalers.yaml"))
        .startsWith("# A copy of deploy/kubernetes/components/hpa/autoscalers.yaml, written by")
        .contains("\nkind: HorizontalPodAutoscaler\n");
  }

  @Test
  void shouldCopyWhatIsBeingWrittenRatherThanWhatIsThere() {
    // Given
    Path topics = KUBERNETES.resolve("components/strimzi/kafka-topics.yaml");

    // When
    SortedMap<String, String> copies = ChartCopies.of(KUBERNETES, Map.of(topics, "new"));

    // Then
    assertThat(copies.get("components/strimzi/kafka-topics.yaml")).endsWith("do not edit.\nnew");
  }

  @Test
  void shouldHaveNoFileThatNoTemplateNames() throws IOException {
    try (Stream<Path> files = Files.walk(ChartCopies.FOLDER)) {
      assertThat(
              files
                  .filter(Files::isRegularFile)
                  .map(file -> ChartCopies.FOLDER.relativize(file).toString())
                  .filter(file -> !file.equals("test.sh")))
          .containsExactlyInAnyOrderElementsOf(ChartCopies.of(KUBERNETES, Map.of()).keySet());
    }
  }
}
