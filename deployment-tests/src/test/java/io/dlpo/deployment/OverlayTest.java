package io.dlpo.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import io.dlpo.deployment.check.Check;
import io.dlpo.deployment.manifest.Manifests;
import io.dlpo.deployment.project.ServiceFacts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every overlay renders, and nothing is wrong with what comes out. */
class OverlayTest {

  @ParameterizedTest
  @ValueSource(strings = {"dev", "production", "keda", "hpa"})
  void shouldHold(String overlay) {
    // When
    Manifests manifests = Overlays.render(overlay);

    // Then
    assertThat(manifests.all()).isNotEmpty();
    assertThat(Check.all(manifests, Overlays.PROJECT)).isEmpty();
  }

  @Test
  void shouldHoldWithMonitoringWhereMetricsAreServed() {
    // When
    Manifests manifests = Overlays.render(Overlays.MONITORING);

    // Then
    assertThat(Check.all(manifests, Overlays.PROJECT))
        .containsExactlyInAnyOrderElementsOf(
            Overlays.PROJECT.services().stream()
                .map(ServiceFacts::module)
                .filter(module -> !Overlays.PROJECT.measured().contains(module))
                .map(module -> "PodMonitor/dlpo scrapes " + module + ", which serves no metrics")
                .toList());
  }
}
