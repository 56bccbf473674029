package io.dlpo.deployment.check;

import com.fasterxml.jackson.databind.JsonNode;
import io.dlpo.deployment.manifest.Manifests;
import io.dlpo.deployment.manifest.Pod;
import io.dlpo.deployment.project.Project;
import java.util.List;
import java.util.stream.Stream;

/**
 * Where the broker asks who one is, REST does so too; where it does not, REST is called by known
 * names only.
 */
final class RestCheck implements Check {

  private static final String KEY = "DLPO_SECURITY_OPERATOR_KEY";
  private static final String TOKENS = "DLPO_SECURITY_OIDC";
  private static final String REQUIRED = "DLPO_SECURITY_REQUIRED";
  private static final String HOSTS = "DLPO_SECURITY_HOSTS";

  @Override
  public List<String> problems(Manifests manifests, Project project) {
    return manifests
        .pods()
        .filter(pod -> pod.module().filter("optimizer-service"::equals).isPresent())
        .flatMap(
            pod ->
                Elsewhere.orStrimzi(manifests) || asks(pod, manifests)
                    ? whereCallersAreAsked(pod, manifests)
                    : whereNobodyIsAsked(pod, manifests))
        .toList();
  }

  private static Stream<String> whereCallersAreAsked(Pod pod, Manifests manifests) {
    String id = pod.owner().id();
    Stream<String> open =
        asks(pod, manifests)
            ? Stream.empty()
            : Stream.of(
                "%s leaves REST open; it takes %s of a secret that must be there, or %s=true"
                    .formatted(id, KEY, TOKENS));
    Stream<String> mayBeOpen =
        isTrue(pod, REQUIRED, manifests)
            ? Stream.empty()
            : Stream.of(
                "%s leaves REST open if a key in the secret is empty; it takes %s=true"
                    .formatted(id, REQUIRED));
    return Stream.concat(open, mayBeOpen);
  }

  private static Stream<String> whereNobodyIsAsked(Pod pod, Manifests manifests) {
    boolean named =
        pod.containers()
            .anyMatch(container -> SettingsOf.container(container, manifests).containsKey(HOSTS));
    return named
        ? Stream.empty()
        : Stream.of(
            "%s takes requests to any host name while REST is open; it takes %s"
                .formatted(pod.owner().id(), HOSTS));
  }

  private static boolean isTrue(Pod pod, String name, Manifests manifests) {
    return pod.containers()
        .anyMatch(container -> "true".equals(SettingsOf.container(container, manifests).get(name)));
  }

  private static boolean asks(Pod pod, Manifests manifests) {
    return pod.containers().anyMatch(container -> asks(container, manifests));
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
