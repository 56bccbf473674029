package io.dlpo.deployment.chart;

import static io.dlpo.deployment.chart.HelmChart.settings;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dlpo.deployment.Overlays;
import io.dlpo.deployment.check.PodSecurityCheck;
import io.dlpo.deployment.manifest.Labels;
import io.dlpo.deployment.manifest.Manifest;
import io.dlpo.deployment.manifest.Manifests;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whoever installed the chart is told the next command, and can test the installation. */
class HelmNotesTest {

  /** Lines that a screen shows. */
  private static final int SCREEN = 40;

  @TempDir Path folder;

  @Test
  void shouldSayHowToReachRestAndStartARun() throws IOException {
    // When
    String notes = HelmChart.notes(folder, List.of());

    // Then
    assertThat(notes.lines()).hasSizeLessThan(SCREEN);
    assertThat(notes)
        .contains("Its model is simulated")
        .contains("kubectl -n dlpo port-forward service/optimizer 8080")
        .contains("curl -sf --data-binary @examples/object-counting.jsonl")
        .contains("helm test dlpo -n dlpo --logs")
        .contains("kubectl label namespace dlpo pod-security.kubernetes.io/enforce=restricted")
        .doesNotContain("X-API-Key");
  }

  @Test
  void shouldNameTheHostOfAnIngressAndTheKey() throws IOException {
    // When
    String notes =
        HelmChart.notes(
            folder,
            settings(
                "ingress.enabled=true,ingress.host=dlpo.example.com,ingress.tlsSecret=tls",
                "rest.existingSecret=dlpo-rest,simulator.enabled=false"));

    // Then
    assertThat(notes.lines()).hasSizeLessThan(SCREEN);
    assertThat(notes)
        .contains("REST=https://dlpo.example.com\n")
        .contains("kubectl label namespace INGRESS-NAMESPACE dlpo.io/rest-client=true")
        .contains("kubectl -n dlpo get secret dlpo-rest -o jsonpath='{.data.operator-key}'")
        .contains("curl -sf -H \"X-API-Key: $KEY\" --data-binary")
        .doesNotContain("port-forward", "simulated", "helm test");
  }

  @Test
  void shouldTestTheInstallationWithARestrictedPodThatReachesRest() {
    // When
    Manifests manifests = HelmChart.renderWithTests(List.of());
    Manifest pod = manifests.get("Pod", "dlpo-test");

    // Then
    assertThat(new PodSecurityCheck().problems(asWorkload(pod), Overlays.PROJECT)).isEmpty();
    assertThat(pod.at("/spec/containers/0/image"))
        .isEqualTo(
            manifests.get("Deployment", "optimizer").at("/spec/template/spec/containers/0/image"));
    Manifest policy = manifests.get("NetworkPolicy", "dlpo-test");
    assertThat(Labels.select(policy.at("/spec/podSelector"), pod.labels())).isTrue();
    assertThat(policy.at("/spec/egress/0/to/0/podSelector"))
        .isEqualTo(manifests.get("NetworkPolicy", "rest").at("/spec/podSelector"));
    assertThat(
            Labels.select(
                manifests.get("NetworkPolicy", "rest").at("/spec/ingress/0/from/0/podSelector"),
                pod.labels()))
        .isTrue();
  }

  @Test
  void shouldTestWithAKeyWhereRestAsksForOne() {
    // When
    Manifest pod =
        HelmChart.renderWithTests(settings("rest.existingSecret=keys")).get("Pod", "dlpo-test");

    // Then
    assertThat(pod.at("/spec/containers/0/env/1"))
        .hasToString(
            "{\"name\":\"API_KEY\",\"valueFrom\":{\"secretKeyRef\":{\"name\":\"keys\","
                + "\"key\":\"operator-key\"}}}");
  }

  @Test
  void shouldNotTestWhereARunCostsMoneyOrNeedsAToken() {
    assertThat(
            HelmChart.renderWithTests(settings("simulator.enabled=false,rest.existingSecret=x"))
                .find("Pod", "dlpo-test"))
        .isEmpty();
    assertThat(
            HelmChart.renderWithTests(List.of("--set-string", "settings.DLPO_SECURITY_OIDC=true"))
                .find("Pod", "dlpo-test"))
        .isEmpty();
  }

  /** The checks look at pods of workloads. */
  private static Manifests asWorkload(Manifest pod) {
    ObjectNode deployment = JsonNodeFactory.instance.objectNode();
    deployment.put("kind", "Deployment");
    deployment.putObject("metadata").put("name", pod.name());
    deployment.putObject("spec").set("template", pod.json());
    return new Manifests(List.of(new Manifest(deployment)));
  }
}
