package io.dlpo.deployment.broken;

import static io.dlpo.deployment.broken.Breakage.CONTAINER;
import static io.dlpo.deployment.broken.Breakage.put;
import static io.dlpo.deployment.broken.Breakage.remove;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What no model of the kind knows is found. */
class BrokenDocumentTest {

  static List<Breakage> breakages() {
    return List.of(
        Breakage.of(
            "dev",
            "Deployment",
            "optimizer",
            put("/spec", "replica", 2),
            "Unrecognized field \"replica\""),
        Breakage.of(
            "dev",
            "Deployment",
            "optimizer",
            put(CONTAINER + "/securityContext", "readOnly", true),
            "Unrecognized field \"readOnly\""),
        Breakage.of("dev", "Deployment", "optimizer", remove("/spec", "selector"), "`selector`"),
        Breakage.of(
            "production",
            "KafkaTopic",
            "dlpo.run.finished.v1",
            put("/spec", "partition", 6),
            "Unrecognized field \"partition\""),
        Breakage.of(
            "production",
            "Cluster",
            "dlpo-postgres",
            put("/spec", "replica", 3),
            "Unrecognized field \"replica\""),
        Breakage.of(
            "production",
            "ExternalSecret",
            "dlpo-models",
            remove("/spec", "secretStoreRef"),
            "'spec.secretStoreRef' is missing"),
        Breakage.of(
            "dev", "Service", "optimizer", put("", "kind", "Sevice"), "there is no model for"));
  }

  @ParameterizedTest
  @MethodSource("breakages")
  void shouldBeFound(Breakage breakage) {
    breakage.mustBeFound();
  }
}
