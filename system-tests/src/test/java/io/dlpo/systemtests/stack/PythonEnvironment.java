package io.dlpo.systemtests.stack;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.dlpo.systemtests.stack.Dlpo.RunningCommand;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/**
 * A Python virtual environment with the packages of one of the example taps. It stays under {@code
 * target} and is used again while the requirements are the same.
 *
 * @param folder the environment
 */
public record PythonEnvironment(Path folder) {

  /** The folder of the example taps. */
  public static final Path TAPS = Dlpo.inCheckout("examples/taps");

  /** MLflow has 90 packages. */
  private static final Duration INSTALLATION = Duration.ofMinutes(10);

  private static final Duration ANSWER = Duration.ofMinutes(1);

  /** What pip says if it does not reach a registry. */
  private static final String UNREACHABLE = "Retrying (";

  /**
   * Creates an environment. Skips the test if there is no Python 3.10 or newer with {@code venv},
   * or if pip reaches no registry.
   *
   * @param requirements a file in the folder of the taps
   */
  public static PythonEnvironment with(String requirements) {
    Path wanted = TAPS.resolve(requirements);
    Path folder = Path.of("target", "python", requirements.replace(".txt", "")).toAbsolutePath();
    Path installed = folder.resolve(requirements);
    try {
      if (Files.exists(installed) && Files.mismatch(installed, wanted) == -1) {
        return new PythonEnvironment(folder);
      }
      CommandResult created =
          run(folder.getParent(), ANSWER, python(), "-m", "venv", "--clear", folder.toString());
      assumeTrue(
          created.exitStatus() == 0,
          () -> "python3 -m venv does not work; install python3-venv: " + created.text());
      CommandResult pip =
          run(
              folder,
              INSTALLATION,
              folder.resolve("bin/pip").toString(),
              "install",
              "--quiet",
              "--disable-pip-version-check",
              "--retries=2",
              "--requirement",
              wanted.toString());
      assumeTrue(
          pip.exitStatus() == 0 || !pip.text().contains(UNREACHABLE),
          () -> "pip reaches no registry: " + pip.text());
      pip.expect(0);
      Files.copy(wanted, installed);
      return new PythonEnvironment(folder);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot create " + folder, e);
    }
  }

  /** Returns the Python of this machine. Skips the test if there is none that is new enough. */
  public static String python() {
    try {
      int status =
          new ProcessBuilder("python3", "-c", "import sys; sys.exit(sys.version_info < (3, 10))")
              .start()
              .waitFor();
      assumeTrue(status == 0, "python3 is older than 3.10");
    } catch (IOException e) {
      assumeTrue(false, "there is no python3 on the PATH: " + e.getMessage());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError("interrupted", e);
    }
    return "python3";
  }

  /** Starts a program of this environment in the folder of the taps. */
  public RunningCommand start(String program, String... arguments) {
    return command(TAPS, folder, program(program, arguments));
  }

  /** Runs a program of this environment and waits for it. */
  public CommandResult run(String program, String... arguments) {
    return start(program, arguments).await(INSTALLATION);
  }

  private List<String> program(String program, String... arguments) {
    return Stream.concat(
            Stream.of(folder.resolve("bin").resolve(program).toString()), Stream.of(arguments))
        .toList();
  }

  private static CommandResult run(Path outputs, Duration timeout, String... command)
      throws IOException {
    Files.createDirectories(outputs);
    return command(outputs, outputs, List.of(command)).await(timeout);
  }

  /** Starts a command whose outputs go to files. */
  private static RunningCommand command(Path directory, Path outputs, List<String> command) {
    ProcessBuilder builder = new ProcessBuilder(command).directory(directory.toFile());
    builder.environment().put("PYTHONDONTWRITEBYTECODE", "1");
    builder.environment().put("MLFLOW_DISABLE_TELEMETRY", "true");
    return RunningCommand.start(builder, outputs);
  }
}
