package io.dlpo.deployment.admission;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dlpo.deployment.Overlays;
import io.dlpo.deployment.manifest.Kustomize;
import io.dlpo.deployment.manifest.Manifest;
import io.dlpo.deployment.manifest.Manifests;
import io.dlpo.deployment.manifest.Program.Ending;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A real API server would take every overlay, without a warning: defaulting, validation, pod
 * security and the webhooks that are installed. Documents of operators that the cluster does not
 * have are left out, and named.
 */
@EnabledIf(value = "isThere", disabledReason = "DLPO_TEST_CLUSTER names no cluster that answers")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AdmissionIT {

  private final ApiServer server = ApiServer.find().orElseThrow();
  private final Set<String> served = server.kinds();
  private final String namespace = "dlpo-admission-" + UUID.randomUUID().toString().substring(0, 8);

  AdmissionIT() {
    ObjectNode own = Overlays.render("dev").get("Namespace", "dlpo").json().deepCopy();
    ((ObjectNode) own.path("metadata")).put("name", namespace);
    server.kubectl().runOn(own.toString(), "create", "-f", "-").orThrow();
  }

  static boolean isThere() {
    return ApiServer.find().isPresent();
  }

  @AfterAll
  void delete() {
    server.kubectl().run("delete", "namespace", namespace, "--wait=false").orThrow();
  }

  @ParameterizedTest
  @ValueSource(strings = {"dev", "production", "keda", "hpa", "external", "production+tap"})
  void shouldBeTakenWithoutAWarning(String overlay) {
    // Given
    Manifests manifests = Overlays.render(overlay);
    List<Manifest> known =
        manifests.all().stream()
            .filter(manifest -> served.contains(kind(manifest)))
            .filter(manifest -> !manifest.kind().equals("Namespace"))
            .map(this::moved)
            .toList();

    // When
    Ending reply = server.dryRun(namespace, known);

    // Then
    System.out.printf(
        "%s: %d of %d documents tried, none of %s%n",
        overlay, known.size(), manifests.all().size(), unknown(manifests));
    assertThat(reply.complaint()).isEmpty();
    assertThat(reply.status()).isZero();
    assertThat(reply.text().lines()).hasSameSizeAs(known);
  }

  @Test
  void shouldNotTakeAPodThatMayGainPrivileges() {
    // Given
    String pod =
        """
        {"apiVersion": "v1", "kind": "Pod", "metadata": {"name": "careless"},
         "spec": {"containers": [{"name": "careless", "image": "none"}]}}
        """;

    // When
    Ending reply = server.dryRun(namespace, Kustomize.parse(pod).all());

    // Then
    assertThat(reply.status()).isNotZero();
    assertThat(reply.complaint()).contains("violates PodSecurity \"restricted:latest\"");
  }

  private Manifest moved(Manifest manifest) {
    ObjectNode json = manifest.json().deepCopy();
    ((ObjectNode) json.path("metadata")).put("namespace", namespace);
    return new Manifest(json);
  }

  private Set<String> unknown(Manifests manifests) {
    Set<String> unknown = new TreeSet<>();
    manifests.all().stream()
        .map(AdmissionIT::kind)
        .filter(kind -> !served.contains(kind))
        .forEach(unknown::add);
    return unknown;
  }

  private static String kind(Manifest manifest) {
    return manifest.apiVersion() + " " + manifest.kind();
  }
}
