package io.dlpo.deployment.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.dlpo.deployment.Overlays;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whoever has a database of their own reads in the guide what it must allow. */
class ConnectionCheckTest {

  @ParameterizedTest
  @ValueSource(strings = {"production", "external", "keda", "hpa"})
  void shouldNeedTheConnectionsThatTheGuideNames(String overlay) throws IOException {
    // Given
    String guide = Files.readString(Path.of("../docs/kubernetes.md"));

    // When
    int needed = ConnectionCheck.needed(Overlays.render(overlay), Overlays.PROJECT);

    // Then
    assertThat(guide).containsPattern("`%s`[^;.|]* %d[,;.]".formatted(overlay, needed));
  }
}
