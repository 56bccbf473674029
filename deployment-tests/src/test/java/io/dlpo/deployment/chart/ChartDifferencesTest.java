package io.dlpo.deployment.chart;

import static org.assertj.core.api.Assertions.assertThat;

import io.dlpo.deployment.manifest.Kustomize;
import io.dlpo.deployment.manifest.Manifests;
import org.junit.jupiter.api.Test;

/** A difference between Kustomize and Helm is named; what must differ is not. */
class ChartDifferencesTest {

  private static final String DEPLOYMENT =
      """
      kind: Deployment
      metadata: {name: optimizer, labels: {app: x}}
      spec:
        replicas: 2
        template:
          metadata: {labels: {app: x}}
          spec:
            containers:
              - name: service
                envFrom: [{configMapRef: {name: dlpo-settings}}]
                env: [{name: A, value: "1"}, {name: B, value: "2"}]
      """;

  @Test
  void shouldFindNothingBetweenEqualDocumentsInAnyOrder() {
    assertThat(
            ChartDifferences.between(
                manifests(DEPLOYMENT + "---\nkind: Service\nmetadata: {name: x}"),
                manifests("kind: Service\nmetadata: {name: x}\n---\n" + DEPLOYMENT)))
        .isEmpty();
  }

  @Test
  void shouldNameTheFieldAndBothValues() {
    // Given
    String other = DEPLOYMENT.replace("replicas: 2", "replicas: 3").replace("\"1\"", "1");

    // Then
    assertThat(ChartDifferences.between(manifests(DEPLOYMENT), manifests(other)))
        .containsExactly(
            "Deployment/optimizer /spec/replicas: Kustomize 2, Helm 3",
            "Deployment/optimizer /spec/template/spec/containers/0/env/0/value: Kustomize \"1\","
                + " Helm 1");
  }

  @Test
  void shouldNameAFieldThatOneOfThemLacks() {
    // Given
    String other = DEPLOYMENT.replaceFirst("app: x", "app.kubernetes.io/name: x");

    // Then
    assertThat(ChartDifferences.between(manifests(DEPLOYMENT), manifests(other)))
        .containsExactly(
            "Deployment/optimizer /metadata/labels/app: Kustomize \"x\", Helm nothing",
            "Deployment/optimizer /metadata/labels/app.kubernetes.io~1name: Kustomize nothing,"
                + " Helm \"x\"");
  }

  @Test
  void shouldNameADocumentThatOneOfThemLacks() {
    // Given
    Manifests service = manifests("kind: Service\nmetadata: {name: x}");
    Manifests secret = manifests("kind: Secret\nmetadata: {name: x}");

    // Then
    assertThat(ChartDifferences.between(service, secret))
        .containsExactly(
            "Secret/x is rendered by Helm only", "Service/x is rendered by Kustomize only");
  }

  @Test
  void shouldPassOverWhatMustDiffer() {
    // Given
    String kustomize =
        """
        kind: Namespace
        metadata: {name: dlpo}
        ---
        kind: ConfigMap
        metadata: {name: dlpo-settings-c65mbkddg6, labels: {app.kubernetes.io/managed-by: kustomize}}
        ---
        """
            + DEPLOYMENT.replace("dlpo-settings", "dlpo-settings-c65mbkddg6");
    String helm =
        """
        kind: ConfigMap
        metadata: {name: dlpo-settings, labels: {app.kubernetes.io/managed-by: Helm, helm.sh/chart: x}}
        ---
        kind: Pod
        metadata: {name: test, annotations: {helm.sh/hook: test}}
        ---
        """
            + DEPLOYMENT
                .replace("metadata: {labels", "metadata: {annotations: {checksum/x: x}, labels")
                .replace(
                    "[{name: A, value: \"1\"}, {name: B, value: \"2\"}]",
                    "[{name: B, value: \"2\"}, {name: A, value: \"1\"}]");

    // Then
    assertThat(ChartDifferences.between(manifests(kustomize), manifests(helm))).isEmpty();
  }

  private static Manifests manifests(String yaml) {
    return Kustomize.parse(yaml);
  }
}
