package io.dlpo.deployment.check;

import com.fasterxml.jackson.databind.JsonNode;
import io.dlpo.deployment.manifest.Manifests;
import io.dlpo.deployment.project.Project;
import java.util.List;

/** Where the broker asks who one is, REST does so too. */
final class RestCheck implements Check {

  private static final String KEY = "DLPO_SECURITY_OPERATOR_KEY";
  private static final String TOKENS = "DLPO_SECURITY_OIDC";

  @Override
  public List<String> problems(Manifests manifests, Project project) {
    if (!Elsewhere.orStrimzi(manifests)) {
      return List.of();
    }
    return manifests
        .pods()
        .filter(pod -> pod.module().filter("optimizer-service"::equals).isPresent())
        .filter(pod -> pod.containers().noneMatch(container -> asks(container, manifests)))
        .map(
            pod ->
                "%s leaves REST open; it takes %s of a secret that must be there, or %s=true"
                    .formatted(pod.owner().id(), KEY, TOKENS))
        .toList();
  }

  private static boolean asks(JsonNode container, Manifests manifests) {
    return "true".equals(SettingsOf.container(container, manifests).get(TOKENS))
        || container
            .path("env")
            .valueStream()
            .filter(entry -> entry.path("name").asText().equals(KEY))
            .map(entry -> entry.at("/valueFrom/secretKeyRef"))
            .anyMatch(secret -> !secret.isMissingNode() && !secret.path("optional").asBoolean());
  }
}
