package io.dlpo.systemtests.stack;

import io.dlpo.systemtests.stack.Dlpo.RunningCommand;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * The last release, built from its commit. The property {@code dlpo.test.release} names it, a tag
 * or a commit.
 */
public final class LastRelease {

  private static final String PROPERTY = "dlpo.test.release";
  private static final Path BUILDS = Path.of("target", "releases").toAbsolutePath();
  private static final Duration TIMEOUT = Duration.ofMinutes(30);

  private LastRelease() {}

  /** Returns a copy of the release with its packaged modules. Builds it the first time. */
  public static Path checkout() {
    String release = System.getProperty(PROPERTY, "");
    try {
      Files.createDirectories(BUILDS);
      Path copy = BUILDS.resolve(commit(release));
      if (!Files.exists(copy.resolve("target/packaged"))) {
        Files.createDirectories(copy);
        shell("git archive " + copy.getFileName() + " | tar -x -C " + copy).expect(0);
      }
      // Packages what is not packaged yet.
      RunningCommand.start(command(copy.resolve("dlpo").toString(), "--version"), BUILDS)
          .await(TIMEOUT)
          .expect(0);
      return copy;
    } catch (IOException e) {
      throw new UncheckedIOException("cannot build the release " + release, e);
    }
  }

  private static String commit(String release) {
    CommandResult found = shell("git rev-parse --verify --quiet '" + release + "^{commit}'");
    if (found.exitStatus() != 0) {
      throw new AssertionError(
          "%s is '%s', which is no commit of this clone; fetch it, or set another tag or commit"
              .formatted(PROPERTY, release));
    }
    return found.out().strip();
  }

  private static CommandResult shell(String script) {
    return RunningCommand.start(command("sh", "-ec", script), BUILDS).await(TIMEOUT);
  }

  private static ProcessBuilder command(String... command) {
    ProcessBuilder builder =
        new ProcessBuilder(List.of(command)).directory(Dlpo.inCheckout("").toFile());
    builder.environment().keySet().removeIf(Dlpo::isOurs);
    builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
    return builder;
  }
}
