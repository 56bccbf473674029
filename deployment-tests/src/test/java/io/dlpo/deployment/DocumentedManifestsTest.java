package io.dlpo.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import io.dlpo.deployment.check.Check;
import io.dlpo.deployment.manifest.Kustomize;
import io.dlpo.deployment.manifest.Manifest;
import io.dlpo.deployment.manifest.Manifests;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What the guide gives to be copied does what it says: it renders, and nothing is wrong with it.
 */
class DocumentedManifestsTest {

  private static final Path GUIDE = Path.of("../docs/kubernetes.md");
  private static final Pattern BLOCK = Pattern.compile("(?ms)^```yaml\n(.*?)^```$");

  @TempDir Path folder;

  static List<String> overlays() {
    return blocks("\nkind: Kustomization").toList();
  }

  static List<String> policies() {
    return blocks("\nkind: NetworkPolicy").toList();
  }

  @ParameterizedTest
  @MethodSource("overlays")
  void shouldHoldAsAnOverlayOfOnesOwn(String kustomization) {
    // When
    Manifests manifests = render(kustomization);

    // Then
    assertThat(manifests.all()).isNotEmpty();
    assertThat(Check.all(manifests, Overlays.PROJECT)).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("policies")
  void shouldHoldAsAPolicyBesideThoseOfProduction(String policy) {
    // When
    Manifests manifests =
        Overlays.render("production").with(Kustomize.parse(policy).all().get(0).json());

    // Then
    assertThat(Check.all(manifests, Overlays.PROJECT)).isEmpty();
  }

  @Test
  void shouldLeaveNothingInTheNamespaceOfAnotherInstallation() {
    // When
    Manifests manifests = render(blocks("namespace: team-a").findFirst().orElseThrow());

    // Then
    assertThat(manifests.all())
        .noneMatch(manifest -> manifest.namespace().equals("dlpo"))
        .noneMatch(manifest -> manifest.json().toString().contains(".dlpo.svc"));
    assertThat(manifests.ofKind("Namespace")).extracting(Manifest::name).containsExactly("team-a");
  }

  @Test
  void shouldLetInOperatorsFromOtherNamespacesAndNoLongerFromThese() {
    // When
    Manifests manifests = render(blocks("value: databases").findFirst().orElseThrow());

    // Then
    assertThat(namespaces(manifests))
        .contains("databases", "autoscaling", "observability")
        .doesNotContain("cnpg-system", "keda", "monitoring");
    assertThat(namespaces(Overlays.render("keda"))).contains("cnpg-system", "keda", "monitoring");
  }

  @Test
  void shouldNoticeAnInstallationWhoseScalersAskTheBrokerOfAnother() {
    // When
    Manifests manifests =
        render(
            """
            apiVersion: kustomize.config.k8s.io/v1beta1
            kind: Kustomization
            namespace: team-a
            resources: [../keda]
            """);

    // Then
    assertThat(Check.all(manifests, Overlays.PROJECT))
        .anyMatch(problem -> problem.contains("is in the namespace 'team-a' and is sent to"));
  }

  /** Images come from a registry of one's own there, under the names that are checked here. */
  private Manifests render(String kustomization) {
    return Overlays.renderBeside(folder, kustomization.replace("registry.example.com/", ""));
  }

  /** Namespaces that network policies and listeners name. */
  private static List<String> namespaces(Manifests manifests) {
    return manifests.all().stream()
        .flatMap(manifest -> manifest.json().findValues("namespaceSelector").stream())
        .map(selector -> selector.at("/matchLabels/kubernetes.io~1metadata.name").asText())
        .toList();
  }

  private static Stream<String> blocks(String text) {
    try {
      return BLOCK
          .matcher(Files.readString(GUIDE))
          .results()
          .map(found -> found.group(1))
          .filter(block -> block.contains(text));
    } catch (IOException e) {
      throw new IllegalStateException(GUIDE + " cannot be read", e);
    }
  }
}
