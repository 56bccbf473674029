package io.dlpo.deployment.broken;

import static io.dlpo.deployment.broken.Breakage.CONTAINER;
import static io.dlpo.deployment.broken.Breakage.POD;
import static io.dlpo.deployment.broken.Breakage.put;
import static io.dlpo.deployment.broken.Breakage.remove;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Pods that may too much or die too soon are found. */
class BrokenPodTest {

  static List<Breakage> breakages() {
    return List.of(
        pod("may run as root", put(POD + "/securityContext", "runAsNonRoot", false)),
        pod("has no numeric user", remove(POD + "/securityContext", "runAsUser")),
        pod("does not run as 10001", put(POD + "/securityContext", "runAsUser", 1000)),
        pod("has no seccomp profile", remove(POD + "/securityContext", "seccompProfile")),
        pod("mounts a token", put(POD, "automountServiceAccountToken", true)),
        pod("takes service links", remove(POD, "enableServiceLinks")),
        pod("shares namespaces of its node", put(POD, "hostNetwork", true)),
        pod(
            "may gain privileges",
            remove(CONTAINER + "/securityContext", "allowPrivilegeEscalation")),
        pod("is privileged", put(CONTAINER + "/securityContext", "privileged", true)),
        pod(
            "may write its root file system",
            put(CONTAINER + "/securityContext", "readOnlyRootFilesystem", false)),
        pod("keeps capabilities", remove(CONTAINER + "/securityContext", "capabilities")),
        pod("has no bound for its resources", remove(CONTAINER + "/resources/limits", "memory")),
        pod("is killed after 180 s", put(POD, "terminationGracePeriodSeconds", 180)),
        pod("is killed after 30 s", remove(POD, "terminationGracePeriodSeconds")),
        pod("is not spread", remove(POD, "topologySpreadConstraints")),
        pod("has no startupProbe", remove(CONTAINER, "startupProbe")),
        pod(
            "is not rolled with one more pod",
            put("/spec/strategy/rollingUpdate", "maxUnavailable", 1)),
        pod(
            "lacks the label app.kubernetes.io/component",
            remove("/spec/template/metadata/labels", "app.kubernetes.io/component")),
        Breakage.without("dev", "PodDisruptionBudget", "evaluator", "has no disruption budget"),
        Breakage.of(
            "dev",
            "ServiceAccount",
            "evaluator",
            remove("", "automountServiceAccountToken"),
            "hands its token to pods"),
        Breakage.of(
            "dev",
            "Namespace",
            "dlpo",
            put("/metadata/labels", "pod-security.kubernetes.io/enforce", "baseline"),
            "does not enforce restricted pods"),
        Breakage.of(
            "production",
            "KafkaNodePool",
            "dual",
            remove("/spec/template/pod/securityContext", "fsGroup"),
            "KafkaNodePool/dual has no fsGroup"));
  }

  @ParameterizedTest
  @MethodSource("breakages")
  void shouldBeFound(Breakage breakage) {
    breakage.mustBeFound();
  }

  private static Breakage pod(String complaint, Breakage.Harm harm) {
    return Breakage.of("dev", "Deployment", "evaluator", harm, "Deployment/evaluator " + complaint);
  }
}
