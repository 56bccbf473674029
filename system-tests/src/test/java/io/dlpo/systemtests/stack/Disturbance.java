package io.dlpo.systemtests.stack;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;

/**
 * Something that is done to an installation in the middle of a run.
 *
 * @param name for the log
 * @param action what is done; returns once everything is available again
 */
public record Disturbance(String name, Runnable action) {

  /** Does it, and prints what the installation was before and after. */
  public void strike(ClusterInstallation cluster, String runId) {
    Map<String, Integer> before = workloads(cluster);
    int step = cluster.runNow(runId).json().path("step").asInt();
    Instant begun = Instant.now();
    action.run();
    cluster.awaitAvailable();
    System.out.printf(
        "%s: from step %d to %d in %d s; pods before %s, after %s%n",
        name,
        step,
        cluster.runNow(runId).json().path("step").asInt(),
        Duration.between(begun, Instant.now()).toSeconds(),
        before,
        workloads(cluster));
  }

  private static Map<String, Integer> workloads(ClusterInstallation cluster) {
    Map<String, Integer> pods = new TreeMap<>();
    for (String name : ClusterInstallation.WORKLOADS) {
      pods.put(name, cluster.podNames(name).size());
    }
    return pods;
  }
}
