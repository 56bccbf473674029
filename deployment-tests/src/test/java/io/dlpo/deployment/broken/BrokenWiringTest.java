package io.dlpo.deployment.broken;

import static io.dlpo.deployment.broken.Breakage.CONTAINER;
import static io.dlpo.deployment.broken.Breakage.POD;
import static io.dlpo.deployment.broken.Breakage.put;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What leads nowhere is found. */
class BrokenWiringTest {

  static List<Breakage> breakages() {
    return List.of(
        Breakage.of(
            "dev",
            "Service",
            "optimizer",
            put("/spec/selector", "app.kubernetes.io/name", "optimiser"),
            "Service/optimizer selects no pod"),
        Breakage.of(
            "dev",
            "Deployment",
            "evaluator",
            put("/spec/selector/matchLabels", "app.kubernetes.io/name", "evaluators"),
            "Deployment/evaluator does not select its own pods"),
        Breakage.of(
            "dev",
            "PodDisruptionBudget",
            "evaluator",
            put("/spec/selector/matchLabels", "app.kubernetes.io/name", "evaluators"),
            "PodDisruptionBudget/evaluator selects no pod"),
        Breakage.of(
            "dev",
            "NetworkPolicy",
            "kafka",
            put("/spec/podSelector/matchLabels", "app.kubernetes.io/name", "broker"),
            "NetworkPolicy/kafka selects no pod"),
        Breakage.of(
            "dev",
            "Service",
            "optimizer",
            put("/spec/ports/0", "targetPort", "web"),
            "names the port web, which Deployment/optimizer has not"),
        Breakage.of(
            "dev",
            "Deployment",
            "forward-engine",
            put(CONTAINER + "/ports/0", "name", "rest"),
            "names the port http, which Deployment/forward-engine has not"),
        Breakage.of(
            "dev",
            "Deployment",
            "forward-engine",
            put(CONTAINER + "/livenessProbe/httpGet", "path", "/health/live"),
            "probes /health/live, which nothing serves"),
        Breakage.of(
            "dev",
            "Deployment",
            "optimizer",
            put(POD, "serviceAccountName", "nobody"),
            "refers to the service account 'nobody'"),
        Breakage.of(
            "dev",
            "Deployment",
            "optimizer",
            put(CONTAINER + "/envFrom/0/configMapRef", "name", "dlpo-setting"),
            "refers to the config map 'dlpo-setting'"),
        Breakage.of(
            "dev",
            "Deployment",
            "optimizer",
            put(CONTAINER + "/volumeMounts/0", "name", "scratch"),
            "refers to the volume 'scratch'"),
        Breakage.of(
            "production",
            "PodMonitor",
            "dlpo",
            put("/spec/selector/matchLabels", "dlpo.io/metrics", "yes"),
            "PodMonitor/dlpo selects no pod"),
        Breakage.of(
            "production",
            "PodMonitor",
            "dlpo",
            put("/spec/podMetricsEndpoints/0", "port", "metrics"),
            "PodMonitor/dlpo names the port metrics"),
        Breakage.without(
            "production",
            "ExternalSecret",
            "postgres-evaluator",
            "refers to the secret postgres-evaluator#password"),
        Breakage.without(
            "production",
            "KafkaUser",
            "kafka-optimizer",
            "refers to the secret kafka-optimizer#sasl.jaas.config"),
        Breakage.without(
            "dev", "Deployment", "backward-engine", "there is no Deployment/backward-engine"));
  }

  @ParameterizedTest
  @MethodSource("breakages")
  void shouldBeFound(Breakage breakage) {
    breakage.mustBeFound();
  }
}
