package io.dlpo.deployment;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.dlpo.deployment.manifest.Kustomize;
import io.dlpo.deployment.manifest.Manifests;
import io.dlpo.deployment.project.Project;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The overlays of {@code deploy/kubernetes}. */
public final class Overlays {

  public static final Project PROJECT = Project.read(Path.of(".."));

  private static final Path FOLDER = Path.of("../deploy/kubernetes/overlays");
  private static final Pattern BESIDE = Pattern.compile("(?<![./\\w])\\.\\./");
  private static final ConcurrentMap<String, Path> FOLDERS = new ConcurrentHashMap<>();
  private static final Optional<Kustomize> KUSTOMIZE = Kustomize.find();

  static {
    if (KUSTOMIZE.isEmpty()) {
      System.getLogger(Overlays.class.getName())
          .log(System.Logger.Level.WARNING, Kustomize.MISSING);
    }
  }

  private Overlays() {}

  /**
   * Renders one, {@code production+tap} with a component more than it has; without a program for
   * that, the test is skipped and says what to install.
   */
  public static Manifests render(String overlay) {
    assumeTrue(KUSTOMIZE.isPresent(), Kustomize.MISSING);
    String[] parts = overlay.split("\\+", 2);
    if (parts.length == 2) {
      return renderBeside(
          FOLDERS.computeIfAbsent(overlay, name -> temporary()),
          """
          apiVersion: kustomize.config.k8s.io/v1beta1
          kind: Kustomization
          namespace: dlpo
          resources: [../%s]
          components: [../../components/%s]
          """
              .formatted(parts[0], parts[1]));
    }
    return KUSTOMIZE.orElseThrow().render(FOLDER.resolve(overlay));
  }

  /**
   * Renders a kustomization that is no file of the project, as if it lay beside the overlays:
   * {@code ../keda} is one of them.
   */
  public static Manifests renderBeside(Path folder, String kustomization) {
    assumeTrue(KUSTOMIZE.isPresent(), Kustomize.MISSING);
    // Kustomize takes relative paths only, and follows no links to get to them.
    Path up = realPath(folder).relativize(realPath(FOLDER));
    try {
      Files.writeString(
          folder.resolve("kustomization.yaml"),
          BESIDE.matcher(kustomization).replaceAll(Matcher.quoteReplacement(up + "/")));
    } catch (IOException e) {
      throw new UncheckedIOException(folder + " cannot be written", e);
    }
    return KUSTOMIZE.orElseThrow().render(folder);
  }

  private static Path temporary() {
    try {
      Path folder = Files.createTempDirectory("overlay");
      folder.toFile().deleteOnExit();
      folder.resolve("kustomization.yaml").toFile().deleteOnExit();
      return folder;
    } catch (IOException e) {
      throw new UncheckedIOException("there is no room for an overlay", e);
    }
  }

  private static Path realPath(Path path) {
    try {
      return path.toRealPath();
    } catch (IOException e) {
      throw new UncheckedIOException(path + " cannot be found", e);
    }
  }
}
