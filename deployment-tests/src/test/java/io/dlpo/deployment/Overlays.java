package io.dlpo.deployment;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.dlpo.deployment.manifest.Kustomize;
import io.dlpo.deployment.manifest.Manifests;
import io.dlpo.deployment.project.Project;
import java.nio.file.Path;
import java.util.Optional;

/** The overlays of {@code deploy/kubernetes}. */
public final class Overlays {

  public static final Project PROJECT = Project.read(Path.of(".."));

  private static final Path FOLDER = Path.of("../deploy/kubernetes/overlays");
  private static final Optional<Kustomize> KUSTOMIZE = Kustomize.find();

  static {
    if (KUSTOMIZE.isEmpty()) {
      System.getLogger(Overlays.class.getName())
          .log(System.Logger.Level.WARNING, Kustomize.MISSING);
    }
  }

  private Overlays() {}

  /** Renders one; without a program for that, the test is skipped and says what to install. */
  public static Manifests render(String overlay) {
    assumeTrue(KUSTOMIZE.isPresent(), Kustomize.MISSING);
    return KUSTOMIZE.orElseThrow().render(FOLDER.resolve(overlay));
  }
}
