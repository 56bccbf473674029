package io.dlpo.systemtests.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * The script {@code dlpo} of this checkout with a home and an environment of its own. It takes the
 * services as they are packaged and builds nothing.
 *
 * @param home value of {@code DLPO_HOME}; stays under {@code target}, with the logs
 * @param environment set beside it; what the caller's shell sets for DLPO is not passed on
 */
public record Dlpo(Path home, Map<String, String> environment) {

  private static final Path CHECKOUT = Path.of("..").toAbsolutePath().normalize();
  private static final List<String> OURS =
      List.of("DLPO_", "OPENAI_", "KAFKA_", "DATABASE_", "QUARKUS_");

  public Dlpo {
    environment = Map.copyOf(environment);
  }

  /** A home that no stack has used. */
  public static Dlpo fresh(String name, Map<String, String> environment) {
    try {
      Path homes = Files.createDirectories(Path.of("target", "homes").toAbsolutePath());
      return new Dlpo(Files.createTempDirectory(homes, name + "-"), environment);
    } catch (IOException e) {
      throw new UncheckedIOException("no folder for a stack", e);
    }
  }

  /** A path in the checkout. */
  public static Path inCheckout(String path) {
    return CHECKOUT.resolve(path).normalize();
  }

  /** Starts a command and leaves it to the caller; its outputs go to files in the home. */
  public RunningCommand start(String... arguments) {
    ProcessBuilder builder =
        new ProcessBuilder(
                Stream.concat(Stream.of(inCheckout("dlpo").toString()), Stream.of(arguments))
                    .toList())
            .directory(home.toFile());
    builder.environment().keySet().removeIf(Dlpo::isOurs);
    builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
    builder.environment().put("DLPO_HOME", home.toString());
    builder.environment().put("DLPO_NO_BUILD", "1");
    builder.environment().putAll(environment);
    return RunningCommand.start(builder, home);
  }

  /** Whether DLPO would read a variable of the environment. */
  static boolean isOurs(String variable) {
    return OURS.stream().anyMatch(variable::startsWith);
  }

  /** Runs a command to its end, of at most ten minutes. */
  public CommandResult run(String... arguments) {
    return start(arguments).await(Duration.ofMinutes(10));
  }

  /** The processes that were started for this home and still run. */
  public List<ProcessHandle> processes() {
    String ours = "DLPO_HOME=" + home + "\0";
    return ProcessHandle.allProcesses()
        .filter(process -> environmentOf(process).contains(ours))
        .toList();
  }

  /** As Linux shows it; empty for a process that has just ended. */
  private static String environmentOf(ProcessHandle process) {
    try {
      return Files.readString(
          Path.of("/proc", Long.toString(process.pid()), "environ"), StandardCharsets.ISO_8859_1);
    } catch (IOException e) {
      return "";
    }
  }

  /** A command that runs. */
  public record RunningCommand(Process process, Path out, Path err) {

    /** Starts it; its outputs go to files in a folder. */
    static RunningCommand start(ProcessBuilder builder, Path folder) {
      try {
        Path out = Files.createTempFile(folder, "out-", ".txt");
        Path err = Files.createTempFile(folder, "err-", ".txt");
        builder.redirectOutput(out.toFile()).redirectError(err.toFile());
        return new RunningCommand(builder.start(), out, err);
      } catch (IOException e) {
        throw new UncheckedIOException("cannot start " + String.join(" ", builder.command()), e);
      }
    }

    /** Waits for the end; a command that takes longer is ended and fails the test. */
    public CommandResult await(Duration timeout) {
      try {
        if (!process.waitFor(timeout.toMillis(), TimeUnit.MILLISECONDS)) {
          process.destroyForcibly();
          throw new AssertionError(
              "no end within " + timeout + ": " + Files.readString(out) + Files.readString(err));
        }
        return new CommandResult(process.exitValue(), Files.readString(out), Files.readString(err));
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new AssertionError("interrupted", e);
      } catch (IOException e) {
        throw new UncheckedIOException("cannot read the outputs", e);
      }
    }
  }
}
