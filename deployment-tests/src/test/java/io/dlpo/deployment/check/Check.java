package io.dlpo.deployment.check;

import io.dlpo.deployment.manifest.Manifests;
import io.dlpo.deployment.project.Project;
import java.util.List;

/** Something that must hold for the documents of an overlay. */
@FunctionalInterface
public interface Check {

  /** All checks, by which every overlay is judged. */
  List<Check> ALL =
      List.of(
          new ModelCheck(),
          new SelectorCheck(),
          new PortCheck(),
          new AddressCheck(),
          new ReferenceCheck(),
          new ImageCheck(),
          new EnvironmentCheck(),
          new SecrecyCheck(),
          new PodSecurityCheck(),
          new VolumeCheck(),
          new AvailabilityCheck(),
          new NetworkCheck(),
          new TopicCheck(),
          new AccessCheck(),
          new TapCheck(),
          new RestCheck(),
          new ScalingCheck(),
          new ConnectionCheck());

  /** What is wrong, each in one line that names the document; empty if nothing is. */
  List<String> problems(Manifests manifests, Project project);

  /** What all checks find wrong. */
  static List<String> all(Manifests manifests, Project project) {
    return ALL.stream().flatMap(check -> check.problems(manifests, project).stream()).toList();
  }
}
