package io.dlpo.deployment.check;

import com.fasterxml.jackson.databind.JsonNode;
import io.dlpo.deployment.manifest.Labels;
import io.dlpo.deployment.manifest.Manifest;
import io.dlpo.deployment.manifest.Manifests;
import io.dlpo.deployment.manifest.Pod;
import io.dlpo.deployment.project.Project;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Ports of services, probes, monitors and policies are ports of the containers behind them. */
final class PortCheck implements Check {

  private static final Set<String> HEALTH =
      Set.of("/q/health/started", "/q/health/live", "/q/health/ready");

  @Override
  public List<String> problems(Manifests manifests, Project project) {
    List<String> problems = new ArrayList<>();
    List<Pod> pods = manifests.pods().toList();
    manifests.ofKind("Service").forEach(service -> checkService(service, pods, problems));
    manifests.ofKind("NetworkPolicy").forEach(policy -> checkPolicy(policy, pods, problems));
    manifests
        .ofKind("PodMonitor")
        .forEach(monitor -> checkMonitor(monitor, pods, project, problems));
    pods.forEach(pod -> checkProbes(pod, problems));
    return problems;
  }

  private static void checkService(Manifest service, List<Pod> pods, List<String> problems) {
    List<Pod> behind =
        pods.stream()
            .filter(pod -> Labels.match(service.at("/spec/selector"), pod.labels()))
            .toList();
    service
        .at("/spec/ports")
        .valueStream()
        .map(port -> port.has("targetPort") ? port.path("targetPort") : port.path("port"))
        .forEach(port -> require(service.id(), port, behind, problems));
  }

  private static void checkPolicy(Manifest policy, List<Pod> pods, List<String> problems) {
    List<Pod> behind =
        pods.stream()
            .filter(pod -> Labels.select(policy.at("/spec/podSelector"), pod.labels()))
            .toList();
    policy
        .at("/spec/ingress")
        .valueStream()
        .flatMap(rule -> rule.path("ports").valueStream())
        .forEach(port -> require(policy.id(), port.path("port"), behind, problems));
  }

  private static void checkMonitor(
      Manifest monitor, List<Pod> pods, Project project, List<String> problems) {
    List<Pod> behind =
        pods.stream()
            .filter(pod -> Labels.select(monitor.at("/spec/selector"), pod.labels()))
            .toList();
    monitor
        .at("/spec/podMetricsEndpoints")
        .valueStream()
        .forEach(endpoint -> require(monitor.id(), endpoint.path("port"), behind, problems));
    behind.stream()
        .flatMap(pod -> pod.module().stream())
        .filter(module -> !project.measured().contains(module))
        .forEach(
            module ->
                problems.add(monitor.id() + " scrapes " + module + ", which serves no metrics"));
  }

  private static void checkProbes(Pod pod, List<String> problems) {
    pod.containers()
        .flatMap(
            container ->
                Stream.of("startupProbe", "livenessProbe", "readinessProbe").map(container::path))
        .forEach(
            probe -> {
              String owner = pod.owner().id();
              JsonNode http = probe.path("httpGet");
              Stream.of(http.path("port"), probe.at("/tcpSocket/port"))
                  .filter(port -> !port.isMissingNode())
                  .forEach(port -> require(owner, port, List.of(pod), problems));
              if (http.has("path") && !HEALTH.contains(http.path("path").asText())) {
                problems.add(
                    owner + " probes " + http.path("path").asText() + ", which nothing serves");
              }
            });
  }

  private static void require(String who, JsonNode port, List<Pod> pods, List<String> problems) {
    pods.stream()
        .filter(pod -> pod.port(port).isEmpty())
        .forEach(
            pod ->
                problems.add(
                    who
                        + " names the port "
                        + port.asText()
                        + ", which "
                        + pod.owner().id()
                        + " has not"));
  }
}
