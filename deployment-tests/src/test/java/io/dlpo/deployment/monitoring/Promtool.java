package io.dlpo.deployment.monitoring;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Prometheus' own tool, which knows what a rule means. */
record Promtool(String program) {

  /** What to tell who does not have it. */
  static final String MISSING =
      "promtool is not on the PATH, so the alerts are not tried; install it (Debian: apt-get install"
          + " --no-install-recommends prometheus), or name the program with the variable PROMTOOL";

  /** The program of this machine; none if there is none. */
  static Optional<Promtool> find() {
    String named = Optional.ofNullable(System.getenv("PROMTOOL")).orElse("");
    String path = Optional.ofNullable(System.getenv("PATH")).orElse("");
    return Stream.concat(
            Stream.of(named).filter(name -> !name.isBlank()),
            Stream.of(path.split(File.pathSeparator)).map(folder -> folder + "/promtool"))
        .filter(program -> Files.isExecutable(Path.of(program)))
        .map(Promtool::new)
        .findFirst();
  }

  /**
   * Runs it in a folder.
   *
   * @return what it says, with its exit status in the last line
   */
  String run(Path folder, String... arguments) {
    List<String> command = new ArrayList<>(List.of(program));
    command.addAll(List.of(arguments));
    try {
      Process process =
          new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true).start();
      String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      return said + "exit status " + process.waitFor();
    } catch (IOException e) {
      throw new UncheckedIOException(String.join(" ", command) + " failed", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }
}
