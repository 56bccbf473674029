package io.dlpo.systemtests.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The overlay {@code dev}, or one on top of it, in the namespace {@code dlpo} of a cluster. The
 * command line of this machine uses it through forwarded ports.
 */
public final class ClusterInstallation implements Installation, AutoCloseable {

  /** The services of DLPO. */
  public static final List<String> SERVICES =
      List.of("optimizer", "forward-engine", "evaluator", "backward-engine");

  /** All that runs in pods. */
  static final List<String> WORKLOADS =
      Stream.concat(SERVICES.stream(), Stream.of("kafka", "postgres", "llm-simulator")).toList();

  private static final String OVERLAY = "deploy/kubernetes/overlays/dev";
  private static final Pattern IMAGE = Pattern.compile("(?m)^\\s+image: (\\S+)$");
  private static final String NEXT = "next";
  private static final String NAMESPACE = "dlpo";
  private static final Duration TIMEOUT = Duration.ofMinutes(10);

  private final Cluster cluster;
  private final PortForward optimizer;
  private final PortForward models;
  private final Dlpo dlpo;

  private ClusterInstallation(Cluster cluster) {
    this.cluster = cluster;
    this.optimizer = PortForward.to(cluster, NAMESPACE, "optimizer");
    this.models = PortForward.to(cluster, NAMESPACE, "llm-simulator");
    this.dlpo = Dlpo.fresh("cluster", Map.of("DLPO_REST", optimizer.address()));
  }

  /**
   * Builds the images, gives them to the nodes, applies the overlay {@code dev} and waits until all
   * is available. Fails if the namespace is there already: somebody else's installation is not
   * touched.
   *
   * @param latency of the simulated models
   */
  public static ClusterInstallation of(Cluster cluster, String latency) {
    assertThat(cluster.kubectl("get", "namespace", NAMESPACE).exitStatus())
        .as("the context %s has a namespace dlpo; delete it first", cluster.context())
        .isNotZero();
    loadImages(cluster);
    ClusterInstallation installation = new ClusterInstallation(cluster);
    installation.install();
    installation.kubectl(
        "set", "env", "deployment/llm-simulator", "DLPO_SIMULATOR_LATENCY=" + latency);
    installation.awaitAvailable();
    return installation;
  }

  /** Applies the overlay {@code dev} and waits until all is available. */
  public void install() {
    Instant begun = Instant.now();
    cluster.kubectl("apply", "-k", OVERLAY).expect(0);
    awaitAvailable();
    System.out.printf(
        "installed and available in %d s%n", Duration.between(begun, Instant.now()).toSeconds());
  }

  /** Runs commands of a guide, in a folder that stays the same. */
  public void shell(String commands) {
    Instant begun = Instant.now();
    cluster.shell(dlpo.home(), commands).expect(0);
    System.out.printf(
        "%s: %d s%n",
        commands.strip().lines().findFirst().orElseThrow(),
        Duration.between(begun, Instant.now()).toSeconds());
  }

  /** Gives the nodes all images of the overlay, and those of the services under another tag. */
  private static void loadImages(Cluster cluster) {
    cluster.run(List.of("docker", "compose", "--profile", "simulator", "build")).expect(0);
    String manifests = cluster.kubectl("kustomize", OVERLAY).expect(0).out();
    List<String> images =
        IMAGE.matcher(manifests).results().map(found -> found.group(1)).distinct().toList();
    List<String> next = SERVICES.stream().map(ClusterInstallation::nextImage).toList();
    for (String image : next) {
      String current = images.stream().filter(isOther(image)).findFirst().orElseThrow();
      cluster.run(List.of("docker", "tag", current, image)).expect(0);
    }
    cluster.load(Stream.concat(images.stream(), next.stream()).toList());
  }

  private static Predicate<String> isOther(String image) {
    return other -> other.startsWith(image.replaceFirst(":.*", ":"));
  }

  /** Another image of a service, with the same content. */
  public static String nextImage(String service) {
    return "dlpo/%s-service:%s".formatted(service, NEXT);
  }

  /** Runs {@code kubectl} in the namespace and expects it to succeed. */
  public CommandResult kubectl(String... arguments) {
    return tried(arguments).expect(0);
  }

  /** Runs {@code kubectl} in the namespace. */
  public CommandResult tried(String... arguments) {
    return cluster.kubectl(
        Stream.concat(Stream.of("-n", NAMESPACE), Stream.of(arguments)).toArray(String[]::new));
  }

  /** Waits until all Deployments and StatefulSets have as many new pods as they ask for. */
  public void awaitAvailable() {
    for (String kind : List.of("statefulset", "deployment")) {
      for (String name : kubectl("get", kind, "-o", "name").out().lines().toList()) {
        kubectl("rollout", "status", name, "--timeout=10m");
      }
    }
    await()
        .atMost(TIMEOUT)
        .until(() -> Http.isReady(rest()) && Http.answers(simulator() + "/q/health"));
  }

  /** The running pods of a workload, without those that end. */
  public List<JsonNode> pods(String name) {
    return kubectl("get", "pods", "-l", "app.kubernetes.io/name=" + name, "-o", "json")
        .json()
        .path("items")
        .valueStream()
        .filter(pod -> pod.at("/metadata/deletionTimestamp").isMissingNode())
        .toList();
  }

  /** The names of {@link #pods}. */
  public List<String> podNames(String name) {
    return pods(name).stream().map(pod -> pod.at("/metadata/name").asText()).toList();
  }

  /** Asks to evict a pod, as a drain of its node does. */
  public CommandResult evict(String pod) {
    Path request =
        SpecFile.write(
            dlpo,
            "eviction-" + pod,
            """
            {"apiVersion": "policy/v1", "kind": "Eviction", "metadata": {"name": "%s", "namespace": "%s"}}
            """
                .formatted(pod, NAMESPACE));
    String path = "/api/v1/namespaces/%s/pods/%s/eviction".formatted(NAMESPACE, pod);
    return cluster.kubectl("create", "--raw", path, "-f", request.toString());
  }

  @Override
  public Dlpo dlpo() {
    return dlpo;
  }

  @Override
  public String rest() {
    return optimizer.address();
  }

  @Override
  public String simulator() {
    return models.address();
  }

  /** Deletes the namespace, with all volumes. */
  @Override
  public void close() {
    optimizer.close();
    models.close();
    cluster.kubectl("delete", "namespace", NAMESPACE, "--timeout=5m").expect(0);
  }
}
