package io.dlpo.deployment.chart;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.dlpo.deployment.manifest.Kustomize;
import io.dlpo.deployment.manifest.Manifests;
import io.dlpo.deployment.manifest.Program;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The chart of {@code deploy/helm}, as the program {@code helm} sees it. */
final class HelmChart {

  static final Path FOLDER = Path.of("../deploy/helm/dlpo");

  /** The chart's {@code kubeVersion}. */
  private static final String OLDEST_KUBERNETES = "1.27.0";

  /** What to tell who does not have it. */
  private static final String MISSING =
      "helm is not on the PATH, so the chart is not rendered; install Helm 3.18 or newer, or name"
          + " the program with the variable HELM";

  private static final Optional<Program> HELM =
      Program.named("HELM").or(() -> Program.onPath("helm"));

  static {
    if (HELM.isEmpty()) {
      System.getLogger(HelmChart.class.getName()).log(System.Logger.Level.WARNING, MISSING);
    }
  }

  private HelmChart() {}

  /** Renders the chart in the namespace {@code dlpo}, without its tests. */
  static Manifests render(List<String> arguments) {
    return Kustomize.parse(template("dlpo", with(arguments, "--skip-tests")).orThrow());
  }

  /** Renders the chart in the namespace {@code dlpo}, with its tests. */
  static Manifests renderWithTests(List<String> arguments) {
    return Kustomize.parse(template("dlpo", arguments).orThrow());
  }

  /** Renders the chart in a namespace, without its tests. */
  static Manifests renderIn(String namespace, List<String> arguments) {
    return Kustomize.parse(template(namespace, with(arguments, "--skip-tests")).orThrow());
  }

  /**
   * What a user is told after an installation. Helm shows the notes only after it has talked to a
   * cluster, so they are rendered as a document of a copy of the chart.
   *
   * @param folder for the copy
   */
  static String notes(Path folder, List<String> arguments) throws IOException {
    Path copy = folder.resolve("dlpo");
    try (Stream<Path> files = Files.walk(FOLDER)) {
      for (Path file : files.toList()) {
        Files.copy(file, copy.resolve(FOLDER.relativize(file)));
      }
    }
    String notes = Files.readString(copy.resolve("templates/NOTES.txt"));
    Files.writeString(
        copy.resolve("templates/notes.yaml"),
        """
        {{- define "notes" }}%s{{ end }}
        kind: Notes
        metadata: {name: notes}
        text: {{ include "notes" . | quote }}
        """
            .formatted(notes));
    return Kustomize.parse(template(copy, "dlpo", arguments).orThrow())
        .get("Notes", "notes")
        .at("/text")
        .asText();
  }

  /** What Helm says against values that it must refuse. */
  static String complaint(List<String> arguments) {
    Program.Ending ending = template("dlpo", arguments);
    if (ending.status() == 0) {
      throw new AssertionError("nothing is said against " + arguments);
    }
    return ending.complaint();
  }

  /** Looks for what may be wrong with the chart itself. */
  static Program.Ending lint(List<String> arguments) {
    return run(with(arguments, "lint", "--strict", FOLDER.toString()));
  }

  /** The arguments for values files beside the chart. */
  static List<String> files(String... names) {
    return Stream.of(names)
        .flatMap(name -> Stream.of("-f", FOLDER.resolveSibling(name + ".yaml").toString()))
        .toList();
  }

  /** The arguments for single values. */
  static List<String> settings(String... values) {
    return Stream.of(values).flatMap(value -> Stream.of("--set", value)).toList();
  }

  /** Arguments and some more. */
  static List<String> with(List<String> arguments, String... more) {
    List<String> whole = new ArrayList<>(List.of(more));
    whole.addAll(arguments);
    return whole;
  }

  private static Program.Ending template(String namespace, List<String> arguments) {
    return template(FOLDER, namespace, arguments);
  }

  private static Program.Ending template(Path chart, String namespace, List<String> arguments) {
    return run(
        with(
            arguments,
            "template",
            "dlpo",
            chart.toString(),
            "--namespace",
            namespace,
            "--kube-version",
            OLDEST_KUBERNETES));
  }

  private static Program.Ending run(List<String> arguments) {
    assumeTrue(HELM.isPresent(), MISSING);
    return HELM.orElseThrow().run(arguments.toArray(String[]::new));
  }
}
