package io.dlpo.deployment.check;

import com.fasterxml.jackson.databind.JsonNode;
import io.dlpo.deployment.manifest.Manifests;
import io.dlpo.deployment.manifest.Pod;
import io.dlpo.deployment.project.Project;
import java.util.List;
import java.util.stream.Stream;

/**
 * Pods keep to the restricted profile of the Pod Security Standards and to what goes beyond it
 * here: a numeric user, a root file system that is read-only, no token, no service links, bounded
 * resources.
 */
public final class PodSecurityCheck implements Check {

  @Override
  public List<String> problems(Manifests manifests, Project project) {
    Stream<String> pods = manifests.pods().flatMap(PodSecurityCheck::problems);
    Stream<String> accounts =
        manifests
            .ofKind("ServiceAccount")
            .filter(account -> account.at("/automountServiceAccountToken").asBoolean(true))
            .map(account -> account.id() + " hands its token to pods");
    Stream<String> namespaces =
        manifests
            .ofKind("Namespace")
            .filter(
                namespace ->
                    !namespace
                        .labels()
                        .path("pod-security.kubernetes.io/enforce")
                        .asText()
                        .equals("restricted"))
            .map(namespace -> namespace.id() + " does not enforce restricted pods");
    return Stream.of(pods, accounts, namespaces, volumesOfBrokers(manifests))
        .flatMap(stream -> stream)
        .toList();
  }

  /**
   * Strimzi gives the volumes of brokers to their group, but keeps a security context that is
   * written as it is: then the group must be written as well.
   */
  private static Stream<String> volumesOfBrokers(Manifests manifests) {
    return manifests
        .ofKind("KafkaNodePool")
        .filter(pool -> pool.at("/spec/storage").toString().contains("\"persistent-claim\""))
        .filter(pool -> pool.at("/spec/template/pod").has("securityContext"))
        .filter(pool -> !pool.at("/spec/template/pod/securityContext").has("fsGroup"))
        .map(pool -> pool.id() + " has no fsGroup, so its brokers may not write their volumes");
  }

  private static Stream<String> problems(Pod pod) {
    JsonNode spec = pod.spec();
    JsonNode context = spec.path("securityContext");
    Stream<String> ofPod =
        Stream.of(
            unless(context.path("runAsNonRoot").asBoolean(), "may run as root"),
            unless(context.path("runAsUser").asInt() > 0, "has no numeric user"),
            unless(
                pod.module().isEmpty() || context.path("runAsUser").asInt() == 10001,
                "does not run as 10001, the user of the image"),
            unless(
                context.at("/seccompProfile/type").asText().equals("RuntimeDefault"),
                "has no seccomp profile"),
            unless(!spec.path("automountServiceAccountToken").asBoolean(true), "mounts a token"),
            unless(!spec.path("enableServiceLinks").asBoolean(true), "takes service links"),
            unless(
                Stream.of("hostNetwork", "hostPID", "hostIPC").noneMatch(spec::has),
                "shares namespaces of its node"),
            unless(
                spec.path("volumes").valueStream().noneMatch(volume -> volume.has("hostPath")),
                "mounts a path of its node"));
    return Stream.concat(ofPod, pod.containers().flatMap(PodSecurityCheck::problems))
        .filter(problem -> !problem.isEmpty())
        .map(problem -> pod.owner().id() + " " + problem);
  }

  private static Stream<String> problems(JsonNode container) {
    JsonNode context = container.path("securityContext");
    JsonNode resources = container.path("resources");
    return Stream.of(
        unless(!context.path("allowPrivilegeEscalation").asBoolean(true), "may gain privileges"),
        unless(!context.path("privileged").asBoolean(), "is privileged"),
        unless(
            context.path("readOnlyRootFilesystem").asBoolean(), "may write its root file system"),
        unless(
            context.at("/capabilities/drop/0").asText().equals("ALL")
                && !context.path("capabilities").has("add"),
            "keeps capabilities"),
        unless(
            Stream.of("/requests/cpu", "/requests/memory", "/limits/cpu", "/limits/memory")
                .noneMatch(bound -> resources.at(bound).isMissingNode()),
            "has no bound for its resources"));
  }

  private static String unless(boolean holds, String problem) {
    return holds ? "" : problem;
  }
}
