package io.dlpo.cli.image;

import io.dlpo.cli.CliException;
import io.dlpo.cli.ExitStatus;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/**
 * Makes the SBOMs that are missing or older than what is packaged.
 *
 * @param tools run Maven
 * @param allowed whether Maven may be run
 */
public record SbomBuild(ToolRunner tools, boolean allowed) {

  /**
   * The release profile without the services' packages, which are there. The command line is left
   * out because it is running.
   */
  private static final List<String> COMMAND =
      List.of(
          "mvn",
          "-q",
          "-B",
          "-Prelease",
          "-DskipTests",
          "-DskipITs",
          "-Dspotless.check.skip",
          "-Dquarkus.build.skip",
          "-pl",
          "!cli,!system-tests,!deployment-tests",
          "package");

  /**
   * Makes them.
   *
   * @param line gets what is printed meanwhile
   * @throws CliException if there is none and none may or can be made
   */
  void run(Consumer<String> line) {
    List<String> old = ImageBuild.MODULES.stream().filter(module -> !isCurrent(module)).toList();
    if (old.isEmpty()) {
      return;
    }
    if (!allowed) {
      throw new CliException(
          ExitStatus.FAILED,
          "%s is missing or older than the package; unset DLPO_NO_BUILD to make it, or run: mvn -Prelease -DskipTests -DskipITs package"
              .formatted(SbomFile.of(Path.of(""), old.getFirst()).path()));
    }
    line.accept("making the SBOMs …");
    ToolResult result = tools.run(line, COMMAND);
    if (result.isNotFound()) {
      throw new CliException(
          ExitStatus.USAGE, "mvn is not on the PATH; install Maven 3.8.6 or newer");
    }
    if (!result.succeeded()) {
      throw new CliException(ExitStatus.FAILED, "the SBOMs were not made, see above");
    }
  }

  private boolean isCurrent(String module) {
    return SbomFile.of(tools.root(), module).isCurrent(tools.root().resolve("target/packaged"));
  }
}
