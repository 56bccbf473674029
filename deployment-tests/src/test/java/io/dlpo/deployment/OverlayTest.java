package io.dlpo.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import io.dlpo.deployment.check.Check;
import io.dlpo.deployment.manifest.Manifests;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every overlay renders, and nothing is wrong with what comes out. */
class OverlayTest {

  @ParameterizedTest
  @ValueSource(
      strings = {"dev", "production", "keda", "hpa", "external", "production+tap", "keda+tap"})
  void shouldHold(String overlay) {
    // When
    Manifests manifests = Overlays.render(overlay);

    // Then
    assertThat(manifests.all()).isNotEmpty();
    assertThat(Check.all(manifests, Overlays.PROJECT)).isEmpty();
  }

  @Test
  void shouldNeedNoOperatorOfABrokerOrADatabaseThatIsElsewhere() {
    assertThat(Overlays.render("external").all())
        .noneMatch(manifest -> manifest.apiVersion().matches(".*(strimzi|cnpg).*"))
        .noneMatch(manifest -> manifest.json().toString().matches(".*(strimzi|cnpg)\\.io.*"));
  }

  @Test
  void shouldServeMetricsInEveryService() {
    assertThat(Overlays.PROJECT.measured())
        .containsExactlyInAnyOrderElementsOf(Overlays.PROJECT.settings().keySet());
  }
}
