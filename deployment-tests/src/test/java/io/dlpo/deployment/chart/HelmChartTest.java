package io.dlpo.deployment.chart;

import static io.dlpo.deployment.chart.HelmChart.files;
import static io.dlpo.deployment.chart.HelmChart.settings;
import static org.assertj.core.api.Assertions.assertThat;

import io.dlpo.deployment.Overlays;
import io.dlpo.deployment.manifest.Manifests;
import io.dlpo.deployment.manifest.Program;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Helm installs what {@code kubectl apply -k} applies. */
class HelmChartTest {

  /** Each overlay, with the arguments that give the same by the chart. */
  static Stream<Map.Entry<String, List<String>>> overlays() {
    return Stream.of(
        Map.entry("dev", List.of()),
        Map.entry("production", files("production")),
        Map.entry("keda", files("production", "keda")),
        Map.entry("hpa", files("production", "hpa")),
        Map.entry("external", files("production", "external")),
        Map.entry("production+tap", tapped("production")),
        Map.entry("keda+tap", tapped("production", "keda")));
  }

  @ParameterizedTest
  @MethodSource("overlays")
  void shouldRenderWhatTheOverlayRenders(Map.Entry<String, List<String>> overlay) {
    // When
    Manifests kustomize = Overlays.render(overlay.getKey());
    Manifests helm = HelmChart.render(overlay.getValue());

    // Then
    assertThat(ChartDifferences.between(kustomize, helm)).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("overlays")
  void shouldPassItsLinter(Map.Entry<String, List<String>> overlay) {
    // When
    Program.Ending lint = HelmChart.lint(overlay.getValue());

    // Then
    assertThat(lint.status()).as(lint.text() + lint.complaint()).isZero();
    assertThat(lint.text()).contains("1 chart(s) linted, 0 chart(s) failed");
  }

  @Test
  void shouldMakeNothingInAnotherNamespaceThanItsOwn() {
    // When
    Manifests manifests = HelmChart.renderIn("team-a", files("production", "keda"));

    // Then
    assertThat(manifests.all())
        .isNotEmpty()
        .allMatch(manifest -> manifest.namespace().equals("team-a"))
        .noneMatch(manifest -> manifest.json().toString().contains(".dlpo.svc"));
  }

  @Test
  void shouldRollThePodsWhoseSettingsChange() {
    // When
    Manifests before = HelmChart.render(List.of());
    Manifests after = HelmChart.render(settings("models.forward=other"));
    Manifests everywhere = HelmChart.render(settings("settings.DLPO_LOG_JSON=x"));

    // Then
    assertThat(template(after, "optimizer")).isNotEqualTo(template(before, "optimizer"));
    assertThat(template(after, "evaluator")).isEqualTo(template(before, "evaluator"));
    assertThat(template(everywhere, "evaluator")).isNotEqualTo(template(before, "evaluator"));
  }

  private static List<String> tapped(String... files) {
    return HelmChart.with(files(files), "--set", "tap.enabled=true");
  }

  private static String template(Manifests manifests, String deployment) {
    return manifests.get("Deployment", deployment).at("/spec/template").toString();
  }
}
