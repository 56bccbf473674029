package io.dlpo.deployment.check;

import io.dlpo.deployment.manifest.Manifest;
import io.dlpo.deployment.manifest.Manifests;
import io.dlpo.deployment.model.PublishedSchemas;
import io.dlpo.deployment.model.TypedModels;
import io.dlpo.deployment.project.Project;
import java.util.List;
import java.util.stream.Stream;

/** Every document is of a kind that is known and has nothing that its kind does not. */
final class ModelCheck implements Check {

  @Override
  public List<String> problems(Manifests manifests, Project project) {
    return manifests.all().stream().flatMap(ModelCheck::problems).toList();
  }

  private static Stream<String> problems(Manifest manifest) {
    Stream<String> typed = TypedModels.problems(manifest).stream();
    return PublishedSchemas.cover(manifest)
        ? Stream.concat(typed, PublishedSchemas.problems(manifest).stream())
        : typed;
  }
}
