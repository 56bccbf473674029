package io.dlpo.deployment.check;

import com.fasterxml.jackson.databind.JsonNode;
import io.dlpo.deployment.manifest.Labels;
import io.dlpo.deployment.manifest.Manifests;
import io.dlpo.deployment.manifest.Pod;
import io.dlpo.deployment.project.Project;
import io.dlpo.deployment.project.ServiceFacts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Services are rolled, drained and spread so that work goes on, and are told apart by labels. */
final class AvailabilityCheck implements Check {

  private static final List<String> LABELS =
      List.of("name", "instance", "version", "component", "part-of", "managed-by");

  @Override
  public List<String> problems(Manifests manifests, Project project) {
    List<String> problems = new ArrayList<>();
    manifests
        .pods()
        .filter(pod -> pod.module().isPresent())
        .forEach(
            pod -> {
              checkRollout(pod, problems);
              pod.module()
                  .flatMap(project::ofModule)
                  .ifPresent(service -> checkService(pod, service, manifests, project, problems));
            });
    return problems;
  }

  private static void checkRollout(Pod pod, List<String> problems) {
    String owner = pod.owner().id();
    JsonNode strategy = pod.owner().at("/spec/strategy");
    if (!strategy.path("type").asText().equals("RollingUpdate")
        || strategy.at("/rollingUpdate/maxUnavailable").asInt(1) != 0) {
      problems.add(owner + " is not rolled with one more pod before one fewer");
    }
    LABELS.stream()
        .map(label -> "app.kubernetes.io/" + label)
        .filter(label -> !pod.labels().has(label))
        .forEach(label -> problems.add(owner + " lacks the label " + label + " on its pods"));
    pod.containers()
        .forEach(
            container ->
                Stream.of("startupProbe", "livenessProbe", "readinessProbe")
                    .filter(probe -> !container.has(probe))
                    .forEach(probe -> problems.add(owner + " has no " + probe)));
  }

  private static void checkService(
      Pod pod, ServiceFacts service, Manifests manifests, Project project, List<String> problems) {
    String owner = pod.owner().id();
    long grace = pod.spec().path("terminationGracePeriodSeconds").asLong(30);
    if (service.callsModels() && grace <= project.longestCall().toSeconds()) {
      problems.add(
          owner
              + " is killed after "
              + grace
              + " s, within a call of a model (up to "
              + project.longestCall().toSeconds()
              + " s)");
    }
    if (pod.spec().path("topologySpreadConstraints").isEmpty()) {
      problems.add(owner + " is not spread");
    }
    Optional<JsonNode> budget =
        manifests
            .ofKind("PodDisruptionBudget")
            .map(known -> known.at("/spec"))
            .filter(spec -> Labels.select(spec.path("selector"), pod.labels()))
            .findFirst();
    if (budget.isEmpty()) {
      problems.add(owner + " has no disruption budget");
    } else if (!budget.get().has("maxUnavailable")
        || budget.get().path("maxUnavailable").asInt() < 1) {
      problems.add(owner + " has a disruption budget that may hold up a drain for ever");
    }
  }
}
