package io.dlpo.systemtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.dlpo.systemtests.stack.Cluster;
import io.dlpo.systemtests.stack.ClusterInstallation;
import io.dlpo.systemtests.stack.Dlpo;
import io.dlpo.systemtests.stack.Dlpo.RunningCommand;
import io.dlpo.systemtests.stack.OnCluster;
import io.dlpo.systemtests.stack.SpecFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** The autoscalers of both components add workers while there is work, and remove them. */
@OnCluster
class KubernetesScalingST {

  private static final String COMPONENTS = "deploy/kubernetes/components/";
  private static final String WORKER = "forward-engine";
  private static final Duration TIMEOUT = Duration.ofMinutes(15);

  /** Room for a small node, and no wait for minutes before the number of workers falls. */
  private static final String SMALL =
      """
      {"spec": {"minReplicas": 1, "maxReplicas": 3,
        "behavior": {"scaleDown": {"stabilizationWindowSeconds": 15}},
        "metrics": [{"type": "Resource",
          "resource": {"name": "cpu", "target": {"type": "Utilization", "averageUtilization": 120}}}]}}
      """;

  /** KEDA has to reach the broker from its own namespace. */
  private static final String FROM_KEDA =
      """
      {"apiVersion": "networking.k8s.io/v1", "kind": "NetworkPolicy", "metadata": {"name": "keda"},
       "spec": {"podSelector": {"matchLabels": {"app.kubernetes.io/name": "kafka"}}, "policyTypes": ["Ingress"],
        "ingress": [{"from": [{"namespaceSelector": {"matchLabels": {"kubernetes.io/metadata.name": "keda"}}}]}]}}
      """;

  private final Cluster context = Cluster.of(Dlpo.fresh("kubectl", Map.of()).home());
  private final ClusterInstallation cluster = ClusterInstallation.of(context, "400ms");

  @AfterAll
  void uninstall() {
    cluster.close();
  }

  @Test
  void shouldAddWorkersByProcessorAndRemoveThem() {
    // Given a worker, because this autoscaler leaves a Deployment alone that was scaled to none
    cluster.kubectl("scale", "deployment", WORKER, "--replicas=1");
    cluster.kubectl("apply", "-f", COMPONENTS + "hpa/autoscalers.yaml");
    cluster.kubectl("delete", "hpa", "evaluator");
    cluster.kubectl("patch", "hpa", WORKER, "--type=merge", "-p", SMALL);
    awaitWorkers("one worker", workers -> workers == 1);

    // When
    Instant begun = Instant.now();
    RunningCommand running = start("by-processor", 802);

    // Then
    awaitWorkers("a second worker", workers -> workers >= 2);
    report("HPA: a second worker is ready %d s after the start of a run", begun);
    running.await(TIMEOUT).expect(0);
    Instant ended = Instant.now();
    awaitWorkers("one worker", workers -> workers == 1);
    report("HPA: one worker is left %d s after its end", ended);
    cluster.kubectl("delete", "hpa", WORKER);
  }

  @Test
  void shouldAddWorkersByLagFromNoneAndRemoveAll() throws IOException {
    // Given
    assumeTrue(context.kubectl("get", "crd", "scaledobjects.keda.sh").exitStatus() == 0, "no KEDA");
    cluster.kubectl(
        "set",
        "env",
        "statefulset/kafka",
        "KAFKA_ADVERTISED_LISTENERS=PLAINTEXT://kafka.dlpo.svc:9092");
    apply("network-policy", FROM_KEDA);
    cluster.awaitAvailable();
    assertThat(apply("scaled-objects", scaledObjects())).doesNotContain("Warning");
    awaitWorkers("no worker", workers -> workers == 0);

    // When
    Instant begun = Instant.now();
    RunningCommand running = start("by-lag", 803);

    // Then
    awaitWorkers("a worker", workers -> workers >= 1);
    report("KEDA: the first worker is ready %d s after the start of a run", begun);
    awaitWorkers("three workers", workers -> workers == 3);
    report("KEDA: three workers are ready %d s after the start of a run", begun);
    running.await(TIMEOUT).expect(0);
    Instant ended = Instant.now();
    awaitWorkers("no worker", workers -> workers == 0);
    report("KEDA: no worker is left %d s after its end", ended);
    cluster.kubectl("delete", "scaledobject", "--all");
  }

  private RunningCommand start(String name, long seed) {
    return cluster.startRun(SpecFile.distinct(cluster.dlpo(), name, 100, seed));
  }

  /** Those of the component, for a broker without TLS, with thresholds that a small run passes. */
  private static String scaledObjects() throws IOException {
    return Files.readString(Dlpo.inCheckout(COMPONENTS + "keda/scaled-objects.yaml"))
        .lines()
        .filter(line -> !line.matches("\\s+(sasl|tls|authenticationRef): .*"))
        .map(
            line ->
                line.replaceFirst("bootstrapServers: .*", "bootstrapServers: kafka.dlpo.svc:9092"))
        .map(line -> line.replaceFirst("lagThreshold: .*", "lagThreshold: \"5\""))
        .map(line -> line.replaceFirst("maxReplicaCount: .*", "maxReplicaCount: 3"))
        .map(line -> line.replaceFirst("cooldownPeriod: .*", "cooldownPeriod: 20"))
        .collect(Collectors.joining("\n"));
  }

  private String apply(String name, String manifest) {
    Path file = SpecFile.write(cluster.dlpo(), name, manifest);
    return cluster.kubectl("apply", "-f", file.toString()).text();
  }

  private void awaitWorkers(String what, IntPredicate enough) {
    await(what).atMost(TIMEOUT).until(() -> enough.test(workers()));
  }

  /** Those that are ready. */
  private int workers() {
    return (int)
        cluster.pods(WORKER).stream()
            .filter(pod -> pod.at("/status/containerStatuses/0/ready").asBoolean())
            .count();
  }

  private static void report(String message, Instant begun) {
    System.out.printf(message + "%n", Duration.between(begun, Instant.now()).toSeconds());
  }
}
