package io.dlpo.systemtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.dlpo.systemtests.stack.Cluster;
import io.dlpo.systemtests.stack.ClusterInstallation;
import io.dlpo.systemtests.stack.Disturbance;
import io.dlpo.systemtests.stack.Dlpo;
import io.dlpo.systemtests.stack.Dlpo.RunningCommand;
import io.dlpo.systemtests.stack.OnCluster;
import io.dlpo.systemtests.stack.RunReport;
import io.dlpo.systemtests.stack.SpecFile;
import io.dlpo.systemtests.stack.Stack;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/**
 * The images and the overlay {@code dev} on a real cluster, disturbed in the middle of a run: the
 * run decides as on this machine, and pays for nothing twice.
 */
@OnCluster
class KubernetesST {

  private static final String RUN = "clustered";
  private static final int STEPS = 120;
  private static final Duration TIMEOUT = Duration.ofMinutes(20);
  private final RunReport laptop;
  private final ClusterInstallation cluster;

  KubernetesST() {
    this.laptop = onThisMachine();
    this.cluster =
        ClusterInstallation.of(Cluster.of(Dlpo.fresh("kubectl", Map.of()).home()), "400ms");
  }

  private static RunReport onThisMachine() {
    try (Stack stack = Stack.up("laptop", Map.of())) {
      return stack.run(spec(stack.dlpo()));
    }
  }

  /** Goes on when everything is right, so that there are steps for all disturbances. */
  private static Path spec(Dlpo dlpo) {
    return SpecFile.write(
        dlpo, RUN, SpecFile.smallText(RUN, STEPS, 801) + "stop: {allRight: false}\n");
  }

  @AfterAll
  void uninstall() {
    cluster.close();
  }

  @Test
  void shouldDecideAsOnThisMachineThroughEveryDisturbance() {
    // Given
    int requests = requests();
    RunningCommand running = cluster.startRun(spec(cluster.dlpo()), "--run-id", RUN);

    // When
    for (Disturbance disturbance : disturbances()) {
      awaitAnotherStep();
      disturbance.strike(cluster, RUN);
    }

    // Then
    RunReport disturbed = new RunReport(running.await(TIMEOUT).expect(0).json());
    assertThat(disturbed.trajectory()).isEqualTo(laptop.trajectory());
    assertThat(disturbed.bestPrompt()).isEqualTo(laptop.bestPrompt());
    assertThat(disturbed.paid()).isEqualTo(laptop.paid());
    assertThat(requests() - requests).as("requests to the model").isEqualTo(laptop.paid());
    assertThat(cluster.deadLetters()).isEmpty();
    // And all of its events are still in the broker's volume
    cluster.dlpo().run("replay", RUN).expect(0);
  }

  private List<Disturbance> disturbances() {
    return List.of(
        new Disturbance("workers scaled to 4", () -> scaleWorkers(4)),
        new Disturbance("two evaluators evicted", this::evictTwo),
        new Disturbance("workers scaled to 1", () -> scaleWorkers(1)),
        new Disturbance("the node drained of the services", this::drain),
        new Disturbance(
            "a pod of each service deleted",
            () -> ClusterInstallation.SERVICES.forEach(this::deletePod)),
        new Disturbance("every service rolled to another image", this::roll),
        new Disturbance("the broker's pod deleted", () -> deletePod("kafka")),
        new Disturbance("the database's pod deleted", () -> deletePod("postgres")));
  }

  private void scaleWorkers(int replicas) {
    cluster.kubectl("scale", "deployment", "forward-engine", "evaluator", "--replicas=" + replicas);
  }

  /** The budget allows one disruption at a time. */
  private void evictTwo() {
    List<String> pods = cluster.podNames("evaluator");
    assertThat(pods).hasSize(4);
    cluster.evict(pods.get(0)).expect(0);
    assertThat(cluster.evict(pods.get(1)).err()).contains("disruption budget");
    cluster.awaitAvailable();
    cluster.evict(pods.get(1)).expect(0);
  }

  /**
   * The node is the only one, so its pods wait until it takes pods again. Broker and database stay,
   * as they would start on another node at once; the services finish their calls with them.
   */
  private void drain() {
    for (String node : cluster.kubectl("get", "nodes", "-o", "name").out().lines().toList()) {
      cluster.kubectl(
          "drain",
          node,
          "--pod-selector=app.kubernetes.io/component in (api, worker)",
          "--delete-emptydir-data",
          "--ignore-daemonsets",
          "--timeout=10m");
      cluster.kubectl("uncordon", node);
    }
  }

  private void deletePod(String name) {
    cluster.kubectl("delete", "pod", cluster.podNames(name).getFirst(), "--wait=false");
  }

  private void roll() {
    for (String service : ClusterInstallation.SERVICES) {
      cluster.kubectl(
          "set",
          "image",
          "deployment/" + service,
          "service=" + ClusterInstallation.nextImage(service));
    }
  }

  private int requests() {
    return cluster.simulatorCounts().path("requests").asInt();
  }

  private void awaitAnotherStep() {
    int step = step();
    await("a step after " + step).atMost(TIMEOUT).ignoreExceptions().until(() -> step() > step);
  }

  private int step() {
    return cluster.runNow(RUN).json().path("step").asInt();
  }
}
