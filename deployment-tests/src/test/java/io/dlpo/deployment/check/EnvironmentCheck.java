package io.dlpo.deployment.check;

import io.dlpo.deployment.manifest.Manifests;
import io.dlpo.deployment.manifest.Pod;
import io.dlpo.deployment.project.Project;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Every variable that a container of the project is given is one that its settings know. */
final class EnvironmentCheck implements Check {

  @Override
  public List<String> problems(Manifests manifests, Project project) {
    return manifests.pods().flatMap(pod -> problems(pod, manifests, project)).toList();
  }

  private static Stream<String> problems(Pod pod, Manifests manifests, Project project) {
    return pod.module()
        .map(module -> unknown(pod, manifests, project.settings().getOrDefault(module, Set.of())))
        .orElse(Stream.empty());
  }

  private static Stream<String> unknown(Pod pod, Manifests manifests, Set<String> known) {
    return pod.containers()
        .flatMap(container -> SettingsOf.container(container, manifests).keySet().stream())
        .filter(name -> !known.contains(name))
        .map(name -> pod.owner().id() + " is given " + name + ", which its settings do not know");
  }
}
