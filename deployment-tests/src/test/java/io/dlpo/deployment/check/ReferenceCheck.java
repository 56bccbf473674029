package io.dlpo.deployment.check;

import com.fasterxml.jackson.databind.JsonNode;
import io.dlpo.deployment.manifest.Manifest;
import io.dlpo.deployment.manifest.Manifests;
import io.dlpo.deployment.manifest.Pod;
import io.dlpo.deployment.project.Project;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a document refers to is there: config maps, secrets, service accounts, volumes. */
final class ReferenceCheck implements Check {

  @Override
  public List<String> problems(Manifests manifests, Project project) {
    List<String> problems = new ArrayList<>();
    Set<String> secrets = ProvidedSecrets.keys(manifests);
    manifests
        .pods()
        .forEach(
            pod -> {
              checkAccount(pod, manifests, problems);
              checkVolumes(pod, problems);
              checkConfigMaps(pod, manifests, problems);
              secretsOf(pod)
                  .filter(key -> !secrets.contains(key))
                  .forEach(key -> problems.add(missing(pod.owner(), "the secret " + key)));
            });
    manifests
        .ofKind("Cluster")
        .forEach(
            cluster ->
                cluster
                    .at("/spec/managed/roles")
                    .valueStream()
                    .filter(role -> role.has("passwordSecret"))
                    .map(role -> role.at("/passwordSecret/name").asText() + "#password")
                    .filter(key -> !secrets.contains(key))
                    .forEach(key -> problems.add(missing(cluster, "the secret " + key))));
    manifests
        .ofKind("TriggerAuthentication")
        .forEach(authentication -> checkTargets(authentication, manifests, secrets, problems));
    return problems;
  }

  private static void checkTargets(
      Manifest authentication, Manifests manifests, Set<String> secrets, List<String> problems) {
    authentication
        .at("/spec/secretTargetRef")
        .valueStream()
        .map(reference -> reference.path("name").asText() + "#" + reference.path("key").asText())
        .filter(key -> !secrets.contains(key))
        .forEach(key -> problems.add(missing(authentication, "the secret " + key)));
    authentication
        .at("/spec/configMapTargetRef")
        .valueStream()
        .filter(reference -> !hasKey(manifests, reference))
        .forEach(reference -> problems.add(missing(authentication, "a key of a config map")));
  }

  private static void checkAccount(Pod pod, Manifests manifests, List<String> problems) {
    String account = pod.spec().path("serviceAccountName").asText();
    if (manifests.find("ServiceAccount", account).isEmpty()) {
      problems.add(missing(pod.owner(), "the service account '" + account + "'"));
    }
  }

  private static void checkVolumes(Pod pod, List<String> problems) {
    Set<String> volumes =
        Stream.concat(
                pod.spec()
                    .path("volumes")
                    .valueStream()
                    .map(volume -> volume.path("name").asText()),
                pod.owner()
                    .at("/spec/volumeClaimTemplates")
                    .valueStream()
                    .map(claim -> claim.at("/metadata/name").asText()))
            .collect(Collectors.toSet());
    pod.containers()
        .flatMap(container -> container.path("volumeMounts").valueStream())
        .map(mount -> mount.path("name").asText())
        .filter(name -> !volumes.contains(name))
        .forEach(name -> problems.add(missing(pod.owner(), "the volume '" + name + "'")));
  }

  private static void checkConfigMaps(Pod pod, Manifests manifests, List<String> problems) {
    Stream.concat(
            pod.spec().path("volumes").valueStream().map(volume -> volume.at("/configMap/name")),
            pod.containers()
                .flatMap(container -> container.path("envFrom").valueStream())
                .map(source -> source.at("/configMapRef/name")))
        .filter(name -> !name.isMissingNode())
        .map(JsonNode::asText)
        .filter(name -> manifests.find("ConfigMap", name).isEmpty())
        .forEach(name -> problems.add(missing(pod.owner(), "the config map '" + name + "'")));
    pod.containers()
        .flatMap(container -> container.path("env").valueStream())
        .map(entry -> entry.at("/valueFrom/configMapKeyRef"))
        .filter(reference -> reference.has("name"))
        .filter(reference -> !hasKey(manifests, reference))
        .forEach(
            reference ->
                problems.add(
                    missing(
                        pod.owner(),
                        "the key '%s' of the config map '%s'"
                            .formatted(
                                reference.path("key").asText(), reference.path("name").asText()))));
  }

  private static boolean hasKey(Manifests manifests, JsonNode reference) {
    return manifests
        .find("ConfigMap", reference.path("name").asText())
        .map(configMap -> configMap.at("/data").has(reference.path("key").asText()))
        .orElse(false);
  }

  /** Keys of secrets that a pod cannot start without, as {@code secret#key}. */
  private static Stream<String> secretsOf(Pod pod) {
    Stream<String> variables =
        pod.containers()
            .flatMap(container -> container.path("env").valueStream())
            .map(entry -> entry.at("/valueFrom/secretKeyRef"))
            .filter(reference -> reference.has("name"))
            .filter(reference -> !reference.path("optional").asBoolean())
            .map(
                reference ->
                    reference.path("name").asText() + "#" + reference.path("key").asText());
    Stream<String> files =
        pod.spec()
            .path("volumes")
            .valueStream()
            .map(volume -> volume.path("secret"))
            .filter(secret -> secret.has("secretName"))
            .flatMap(
                secret ->
                    secret
                        .path("items")
                        .valueStream()
                        .map(
                            item ->
                                secret.path("secretName").asText()
                                    + "#"
                                    + item.path("key").asText()));
    return Stream.concat(variables, files);
  }

  private static String missing(Manifest who, String what) {
    return who.id() + " refers to " + what + ", which is not there";
  }
}
