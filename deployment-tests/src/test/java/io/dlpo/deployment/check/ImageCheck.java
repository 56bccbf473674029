package io.dlpo.deployment.check;

import io.dlpo.deployment.manifest.Manifests;
import io.dlpo.deployment.manifest.Pod;
import io.dlpo.deployment.project.Project;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Images are those that the project builds, of its version, or known foreign ones. */
final class ImageCheck implements Check {

  private static final String VERSION = "app.kubernetes.io/version";

  @Override
  public List<String> problems(Manifests manifests, Project project) {
    List<String> problems = new ArrayList<>();
    Set<String> images =
        project.settings().keySet().stream()
            .map(module -> "dlpo/" + module + ":" + project.version())
            .collect(Collectors.toSet());
    manifests
        .pods()
        .forEach(
            pod -> {
              pod.containers()
                  .map(container -> container.path("image").asText())
                  .filter(image -> !images.contains(image))
                  .filter(image -> !project.foreignImages().contains(image))
                  .forEach(
                      image ->
                          problems.add(
                              pod.owner().id() + " runs " + image + ", which nobody builds"));
              checkVersion(pod, project, problems);
            });
    project.services().stream()
        .filter(service -> manifests.find("Deployment", service.name()).isEmpty())
        .forEach(service -> problems.add("there is no Deployment/" + service.name()));
    return problems;
  }

  private static void checkVersion(Pod pod, Project project, List<String> problems) {
    if (pod.module().isPresent()
        && !pod.labels().path(VERSION).asText().equals(project.version())) {
      problems.add(
          pod.owner().id() + " is labelled with another version than " + project.version());
    }
  }
}
