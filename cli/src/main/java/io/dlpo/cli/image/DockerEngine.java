package io.dlpo.cli.image;

import io.dlpo.cli.CliException;
import io.dlpo.cli.ExitStatus;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** The Docker engine with its builder. */
public final class DockerEngine {

  /** How a build can start programs of another platform. */
  static final String EMULATION =
      "install QEMU on the builder's machine (docker run --privileged --rm tonistiigi/binfmt --install all),"
          + " use a builder that has such a machine (docker buildx create --append), or leave --aot out";

  private static final String PLATFORMS = "Platforms:";

  private final ToolRunner tools;

  public DockerEngine(ToolRunner tools) {
    this.tools = tools;
  }

  /**
   * Checks what a build needs, before anything takes time.
   *
   * @throws CliException if it is missing, with what to install or start
   */
  void require(ImageBuild build) {
    ToolResult version = tools.run("docker", "version");
    if (version.isNotFound()) {
      throw missing(
          "docker is not on the PATH; install Docker Engine or Docker Desktop, with buildx");
    }
    if (!version.succeeded()) {
      throw missing("no Docker engine answers; start one, or set DOCKER_HOST");
    }
    if (!tools.run("docker", "buildx", "version").succeeded()) {
      throw missing(
          "docker has no buildx; install its plugin (Debian: docker-buildx, elsewhere docker-buildx-plugin)");
    }
    if (build.aot()) {
      requirePrograms(build.platforms());
    }
  }

  /** The cache is made by a start of the service on its own platform. */
  private void requirePrograms(List<ImagePlatform> platforms) {
    List<String> runnable = runnable(tools.run("docker", "buildx", "inspect").lines());
    for (ImagePlatform platform : platforms) {
      if (!runnable.isEmpty() && !runnable.contains(platform.label())) {
        throw missing(
            "--aot starts the service on %s during the build, and the builder runs %s only; %s"
                .formatted(platform.label(), String.join(", ", runnable), EMULATION));
      }
    }
  }

  /**
   * The platforms whose programs a builder runs.
   *
   * @param inspected what {@code docker buildx inspect} prints; a builder that was never used has
   *     no platforms yet
   */
  static List<String> runnable(List<String> inspected) {
    return inspected.stream()
        .filter(line -> line.startsWith(PLATFORMS))
        .flatMap(line -> Stream.of(line.substring(PLATFORMS.length()).split(",")))
        .map(platform -> platform.replace("*", "").strip())
        .filter(platform -> !platform.isEmpty())
        .distinct()
        .toList();
  }

  /**
   * Builds a module's image.
   *
   * @param line gets what docker prints
   * @throws CliException if it was not built or pushed
   */
  void build(ImageBuild build, String module, Consumer<String> line) {
    ToolResult result = tools.run(line, build.command(module));
    if (!result.succeeded()) {
      throw new CliException(ExitStatus.FAILED, new BuildAdvice(build).of(module, result.lines()));
    }
  }

  /** The size of a local image in bytes; empty if there is none. */
  OptionalLong size(String image) {
    return tools
        .run("docker", "image", "inspect", "--format", "{{.Size}}", image)
        .firstLine()
        .filter(text -> text.matches("\\d{1,18}"))
        .map(text -> OptionalLong.of(Long.parseLong(text)))
        .orElseGet(OptionalLong::empty);
  }

  private static CliException missing(String message) {
    return new CliException(ExitStatus.USAGE, message);
  }
}
