package io.dlpo.cli.stack;

import io.dlpo.cli.CliException;
import io.dlpo.cli.ExitStatus;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The checkout with its packaged modules.
 *
 * @param root the checkout
 */
public record Installation(Path root) {

  /** The checkout of the script {@code dlpo}. */
  public static Installation ofEnvironment() {
    String root = System.getenv("DLPO_ROOT");
    return new Installation(Path.of(root == null ? "" : root).toAbsolutePath().normalize());
  }

  /** A file of the checkout. */
  public Path file(String path) {
    return root.resolve(path);
  }

  /**
   * The executable jar of a module. Its path has no links, so that a running process keeps its
   * libraries when a link is moved to another version.
   *
   * @throws CliException if the module is not packaged
   */
  Path runnable(String module) {
    Path jar = root.resolve(module).resolve("target/quarkus-app/quarkus-run.jar");
    if (!Files.exists(jar)) {
      throw new CliException(
          ExitStatus.FAILED, jar + " is missing; build it with: mvn -DskipTests package");
    }
    try {
      return jar.toRealPath();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + jar, e);
    }
  }

  /** The libraries of the command line, including the broker. */
  String classPath() {
    return root.resolve("cli/target/lib") + "/*";
  }

  /** The class-data archive of a program. */
  ClassDataArchive archive(String program) {
    return new ClassDataArchive(root.resolve("target/classes-kept").resolve(program + ".jsa"));
  }

  static String java() {
    return Path.of(System.getProperty("java.home"), "bin", "java").toString();
  }
}
